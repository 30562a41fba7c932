package dev.lectern.schedule.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreviewAddressTest {

    private static final byte[] KEY = "a key of thirty-two bytes, or so".getBytes(StandardCharsets.UTF_8);
    private static final Instant END = Instant.parse("2027-03-02T10:00:00Z");

    private final String address = PreviewAddress.signed("physics", END, KEY).toString();

    @Test
    void itIsValidUntilItExpires() {
        var parsed = PreviewAddress.parse(address).orElseThrow();
        assertThat(parsed.slug()).isEqualTo("physics");
        assertThat(parsed.isValid(KEY, END.minusSeconds(1))).isTrue();
        assertThat(parsed.isValid(KEY, END)).isFalse();
    }

    @Test
    void itIsValidForItsConferenceAndItsKeyAlone() {
        var now = END.minus(Duration.ofDays(1));
        var token = address.substring(address.indexOf('~'));
        assertThat(PreviewAddress.parse("chemistry" + token).orElseThrow().isValid(KEY, now))
                .isFalse();
        assertThat(PreviewAddress.parse(address).orElseThrow().isValid("another".getBytes(StandardCharsets.UTF_8), now))
                .isFalse();
        var longer = PreviewAddress.signed("physics", END.plusSeconds(1), KEY);
        assertThat(new PreviewAddress(
                                "physics",
                                longer.expiresAt(),
                                PreviewAddress.parse(address).orElseThrow().signature())
                        .isValid(KEY, now))
                .isFalse();
    }

    @Test
    void itIsOneSegmentOfAPath() {
        assertThat(address).matches("physics~[A-Za-z0-9_-]{32}");
        assertThat(PreviewAddress.isOne(address)).isTrue();
        assertThat(PreviewAddress.isOne("physics")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "physics~",
                "~",
                "physics~AAAA",
                "physics~*",
                "physics~~",
                "~AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "physics~f_________________________________",
                "physics~f______________________________A"
            })
    void whatIsNoTokenIsNoAddress(String other) {
        assertThat(PreviewAddress.parse(other)).isEmpty();
    }
}
