package dev.lectern.catalog.conference;

import dev.lectern.catalog.CatalogRefusal;
import dev.lectern.chassis.problem.Fault;
import dev.lectern.chassis.problem.Refused;
import dev.lectern.chassis.text.Lines;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.Locale;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * How the agenda of a conference looks and welcomes; null is what all agendas have.
 *
 * @param accent the colour of links and rooms, {@code #8a3324}
 * @param welcome Markdown, shown above the agenda
 * @param logo a PNG as a data URI (RFC 2397)
 */
public record Look(
        @Pattern(regexp = "#[0-9a-fA-F]{6}", message = "A colour such as #8a3324")
        String accent,

        @Lines @Size(max = 2000, message = "At most 2000 characters")
        String welcome,

        @Size(max = 50_000, message = "At most 50000 characters")
        String logo) {

    private static final String PNG = "data:image/png;base64,";
    private static final int LARGEST_LOGO = 32 * 1024;
    private static final int WIDEST_LOGO = 1_000;

    /** Of text that is neither large nor bold (WCAG 2.2, 1.4.3, level AA). */
    private static final double LEAST_CONTRAST = 4.5;

    /** The darkest that text has behind it in the light: {@code --tint} in the agenda's style sheet. */
    private static final String BACKGROUND = "#f1ede4";

    /** To the eye red, green and blue are not equally bright. */
    private static final double[] WEIGHTS = {0.2126, 0.7152, 0.0722};

    public Look {
        accent = accent == null ? null : accent.toLowerCase(Locale.ROOT);
        welcome = welcome == null || welcome.isBlank() ? null : welcome;
        logo = logo == null || logo.isEmpty() ? null : logo;
    }

    /** This, where its colour can be read and its logo be shown; null where it says nothing. */
    Look legible() {
        if (logo != null && !isShowable(logo)) {
            throw Refused.invalid(Fault.at(
                    "/look/logo",
                    "A PNG of at most %d KiB and %d pixels a side, as %s…"
                            .formatted(LARGEST_LOGO / 1024, WIDEST_LOGO, PNG)));
        }
        if (accent != null) {
            requireContrast();
        }
        return accent == null && welcome == null && logo == null ? null : this;
    }

    private void requireContrast() {
        // Rounded down, so that no ratio looks enough that is not.
        var contrast = Math.floor(contrast(accent, BACKGROUND) * 100) / 100;
        if (contrast < LEAST_CONTRAST) {
            throw CatalogRefusal.LOW_CONTRAST
                    .because("The accent has a contrast of " + contrast + ":1 on the agenda's page, and needs "
                            + LEAST_CONTRAST + ":1: take a darker one")
                    .with("contrast", contrast);
        }
    }

    /** Its size is read from its head: what would be large in memory is not read further. */
    private static boolean isShowable(String logo) {
        if (!logo.startsWith(PNG)) {
            return false;
        }
        try {
            var bytes = Base64.getDecoder().decode(logo.substring(PNG.length()));
            var reader = ImageIO.getImageReadersByFormatName("png").next();
            reader.setInput(new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes)));
            return bytes.length <= LARGEST_LOGO
                    && reader.getWidth(0) <= WIDEST_LOGO
                    && reader.getHeight(0) <= WIDEST_LOGO;
        } catch (RuntimeException | IOException e) {
            return false;
        }
    }

    /** Between 1 and 21, as WCAG 2.2 defines the contrast ratio. */
    static double contrast(String one, String other) {
        var first = luminance(one);
        var second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(String colour) {
        return IntStream.range(0, WEIGHTS.length)
                .mapToDouble(i -> WEIGHTS[i] * linear(Integer.parseInt(colour, 1 + 2 * i, 3 + 2 * i, 16) / 255.0))
                .sum();
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
