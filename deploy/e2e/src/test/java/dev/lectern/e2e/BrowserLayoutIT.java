package dev.lectern.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How pages look on a phone, on a desktop and on paper, and whether everybody can use them. */
@ExtendWith({Chromium.class, RunningStack.class})
class BrowserLayoutIT {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final String AXE = script("/axe.min.js");

    /** One line for each element that some people cannot use. */
    private static final String VIOLATIONS = """
            async () => (await axe.run()).violations.flatMap((rule) =>
              rule.nodes.map((node) => `${rule.id}: ${node.html} ${node.any[0]?.message ?? ''}`))""";

    private static final String OVERHANG =
            "() => document.documentElement.scrollWidth - document.documentElement.clientWidth";

    private final Programme programme;

    BrowserLayoutIT(Lectern lectern) {
        this.programme = Programme.in(lectern);
    }

    @ParameterizedTest
    @CsvSource({"390, 844, LIGHT", "390, 844, DARK", "1280, 800, LIGHT", "1280, 800, DARK"})
    void pagesFitAndEverybodyCanUseThem(int width, int height, ColorScheme scheme) {
        var softly = new SoftAssertions();
        var page = page(width, height, scheme);
        programme.pages().forEach((name, address) -> {
            softly.assertThat(page.navigate(address).status())
                    .as(name)
                    .isEqualTo(address.endsWith(Programme.NOTHING) ? 404 : 200);
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(SCREENSHOTS.resolve(
                            "%s-%d-%s.png".formatted(name, width, scheme.name().toLowerCase(java.util.Locale.ROOT)))));
            softly.assertThat((Integer) page.evaluate(OVERHANG))
                    .as("pixels beside %s", name)
                    .isZero();
            page.evaluate(AXE);
            softly.assertThat((List<?>) page.evaluate(VIOLATIONS)).as(name).isEmpty();
        });
        softly.assertAll();
    }

    @Test
    void talksAtTheSameTimeAreBesideEachOtherOnADesktop() {
        var page = page(1280, 800, ColorScheme.LIGHT);
        page.navigate(programme.address() + "/days/2027-03-02");

        var one = page.locator("#talk-1").boundingBox();
        var other = page.locator("#talk-2").boundingBox();

        assertThat(one.y).isEqualTo(other.y);
        assertThat(one.height).isEqualTo(other.height);
        assertThat(one.x + one.width <= other.x || other.x + other.width <= one.x)
                .isTrue();
    }

    @Test
    void talksAtTheSameTimeAreBelowEachOtherOnAPhone() {
        var page = page(390, 844, ColorScheme.LIGHT);
        page.navigate(programme.address() + "/days/2027-03-02");

        var one = page.locator("#talk-1").boundingBox();
        var other = page.locator("#talk-2").boundingBox();

        assertThat(one.x).isEqualTo(other.x);
        assertThat(one.y + one.height <= other.y || other.y + other.height <= one.y)
                .isTrue();
    }

    @Test
    void anAgendaIsPrintedWithADayOnASheet() {
        var page = page(1280, 800, ColorScheme.LIGHT);
        page.navigate(programme.address());
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        page.screenshot(
                new Page.ScreenshotOptions().setFullPage(true).setPath(SCREENSHOTS.resolve("agenda-print.png")));

        var paper =
                page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true).setPath(SCREENSHOTS.resolve("agenda.pdf")));

        assertThat(new String(paper, StandardCharsets.ISO_8859_1).split("/Type /Page\\b", -1))
                .hasSize(1 + 2);
        assertThat(page.locator("form").isVisible()).isFalse();
    }

    private static Page page(int width, int height, ColorScheme scheme) {
        return Chromium.reader(new Browser.NewContextOptions()
                        .setViewportSize(width, height)
                        .setColorScheme(scheme))
                .newPage();
    }

    private static String script(String name) {
        try (var file = BrowserLayoutIT.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
