package dev.lectern.schedule.agenda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.aayushatharva.brotli4j.decoder.Decoder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodingTest {

    private static final byte[] BELLS = "Bells and clocks. ".repeat(500).getBytes(UTF_8);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "- | IDENTITY",
                "'' | IDENTITY",
                "gzip | GZIP",
                "gzip, deflate, br, zstd | BROTLI",
                "GZIP;q=0.5 | GZIP",
                "br;q=0, gzip | GZIP",
                "br; q=0.0 , gzip ;q=0 | IDENTITY",
                "brotli, x-gzip | IDENTITY",
                "identity;q=0 | IDENTITY",
                "gzip;q=0.001 | GZIP",
                ",;,=, | IDENTITY"
            })
    void theBestOfWhatAReaderTakesIsSent(String accepted, Encoding expected) {
        assertThat(Encoding.of(accepted)).isEqualTo(expected);
    }

    @Test
    void whatIsEncodedIsShorterAndTheSameForWhoeverDecodesIt() throws IOException {
        // When
        var gzip = Encoding.GZIP.encode(BELLS);
        var brotli = Encoding.BROTLI.encode(BELLS);
        // Then
        assertThat(new GZIPInputStream(new ByteArrayInputStream(gzip)).readAllBytes())
                .isEqualTo(BELLS);
        assertThat(Decoder.decompress(brotli).getDecompressedData()).isEqualTo(BELLS);
        assertThat(gzip.length).isLessThan(BELLS.length / 10);
        assertThat(brotli.length).isLessThan(gzip.length);
    }

    @Test
    void theSameBytesAreEncodedAlikeEachTime() {
        assertThat(Encoding.GZIP.encode(BELLS)).isEqualTo(Encoding.GZIP.encode(BELLS.clone()));
        assertThat(Encoding.BROTLI.encode(BELLS)).isEqualTo(Encoding.BROTLI.encode(BELLS.clone()));
    }
}
