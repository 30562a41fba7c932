package dev.lectern.schedule.agenda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GzipTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8_191, 8_192, 8_193, 65_535, 65_536, 65_537, 1_000_000})
    void whateverIsEncodedIsReadBack(int length) throws IOException {
        // Given
        var noise = new byte[length];
        new Random(length).nextBytes(noise);
        // Then
        assertThat(decoded(Gzip.encode(noise))).isEqualTo(noise);
        assertThat(decoded(Gzip.encode(new byte[length]))).isEqualTo(new byte[length]);
    }

    @RepeatedTest(3)
    void aTextIsReadBackAfterEachOfItsChanges() throws IOException {
        // Given
        var random = new Random();
        var text = new StringBuilder(agenda());
        for (var change = 0; change < 20; change++) {
            // When
            var place = random.nextInt(text.length() - 2_000);
            var moved = text.substring(place, place + random.nextInt(2_000));
            text.delete(place, place + moved.length()).insert(random.nextInt(text.length()), moved);
            // Then
            var bytes = text.toString().getBytes(UTF_8);
            assertThat(decoded(Gzip.encode(bytes))).isEqualTo(bytes);
        }
    }

    @Test
    void theSameTextIsTheSameBytesWhateverCameBefore() {
        var text = agenda().getBytes(UTF_8);
        var first = Gzip.encode(text);
        Gzip.encode(agenda().replace("talk 700", "talk 7000").getBytes(UTF_8));
        assertThat(Gzip.encode(text)).isEqualTo(first);
    }

    @Test
    void theCutsCostLittle() throws IOException {
        var text = agenda().getBytes(UTF_8);
        var usual = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(usual)) {
            gzip.write(text);
        }
        assertThat(Gzip.encode(text).length).isLessThan(usual.size() * 103 / 100);
    }

    private static String agenda() {
        var random = new Random(1);
        return IntStream.range(0, 1_000)
                .mapToObj(talk -> "talk " + talk + ": "
                        + random.ints(100, 0, 500)
                                .mapToObj(word -> "word" + word)
                                .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("\n"));
    }

    private static byte[] decoded(byte[] bytes) throws IOException {
        return new GZIPInputStream(new ByteArrayInputStream(bytes)).readAllBytes();
    }
}
