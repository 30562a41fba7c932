package dev.lectern.catalog.conference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lectern.chassis.problem.Fault;
import dev.lectern.chassis.problem.Refused;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import javax.imageio.ImageIO;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LookTest {

    /** The first and the last by definition, the others as common checkers say. */
    @ParameterizedTest
    @CsvSource({"#ffffff,#000000,21", "#767676,#ffffff,4.54", "#ff0000,#ffffff,4.00", "#0b5394,#0b5394,1"})
    void contrastIsThatOfTheGuidelines(String one, String other, double expected) {
        assertThat(Look.contrast(one, other)).isCloseTo(expected, within(0.005));
        assertThat(Look.contrast(other, one)).isEqualTo(Look.contrast(one, other));
    }

    @ParameterizedTest
    @ValueSource(strings = {"#8a3324", "#0B5394", "#000000"})
    void aDarkAccentIsTaken(String accent) {
        assertThat(new Look(accent, null, null).legible().accent()).isEqualToIgnoringCase(accent);
    }

    @ParameterizedTest
    @CsvSource({"#ffffff,1.16", "#f0a08c,1.77", "#767676,3.88"})
    void aPaleAccentIsRefusedWithItsContrast(String accent, double contrast) {
        assertThatThrownBy(() -> new Look(accent, null, null).legible())
                .asInstanceOf(InstanceOfAssertFactories.type(Refused.class))
                .satisfies(refused -> {
                    assertThat(refused.status()).isEqualTo(422);
                    assertThat(refused.extensions()).containsEntry("contrast", contrast);
                    assertThat(refused).hasMessageContaining(contrast + ":1");
                });
    }

    @Test
    void aLookThatSaysNothingIsNone() {
        assertThat(new Look(null, " ", "").legible()).isNull();
        assertThat(new Look(null, "Welcome", null).legible()).isNotNull();
    }

    @Test
    void aSmallPngIsALogo() throws IOException {
        assertThat(new Look(null, null, png(120, 40)).legible()).isNotNull();
    }

    @Test
    void whatIsTooLargeOrNoPngIsNoLogo() throws IOException {
        var text = Base64.getEncoder().encodeToString("<svg onload='alert(1)'/>".getBytes(StandardCharsets.UTF_8));
        for (var logo : List.of(
                png(1001, 1),
                png(1, 1001),
                "data:image/png;base64," + text,
                "data:image/svg+xml;base64," + text,
                "data:image/png;base64,*",
                "https://example.org/logo.png",
                png(10, 10).substring(0, 40))) {
            assertThatThrownBy(() -> new Look(null, null, logo).legible())
                    .asInstanceOf(InstanceOfAssertFactories.type(Refused.class))
                    .satisfies(refused -> {
                        assertThat(refused.status()).isEqualTo(400);
                        assertThat(refused.errors()).extracting(Fault::pointer).containsExactly("/look/logo");
                    });
        }
    }

    private static String png(int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY), "png", bytes);
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
