package dev.lectern.formats;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files of every format, damaged at random: each is read or refused with a line, and nothing else happens.
 * {@code -Dlectern.damages=100000} tries more of them, {@code -Dlectern.seed=} the same again.
 */
class DamagedFilesTest {

    private static final Path SEEDS = Path.of("src/test/resources/seeds");
    private static final int MOST_DAMAGES_AT_ONCE = 8;
    private static final List<String> SPLINTERS = List.of(
            "<",
            ">",
            "&",
            "&#0;",
            "&x;",
            "]]>",
            "<!--",
            "<!DOCTYPE a [",
            "<?",
            "{",
            "}",
            "[",
            "]",
            "\"",
            "\\",
            "\\u0000",
            "\\ud800",
            ",",
            ";",
            "\t",
            "\n",
            "\r",
            "\0",
            "\uFEFF",
            "\u202E",
            "999999999999",
            "-1",
            "1e999",
            "null",
            "Contribution ID: 2\n",
            "Presenter:",
            "BEGIN:VEVENT\n",
            "END:VEVENT\n",
            "DURATION:P99999999999D\n",
            "RRULE:FREQ=SECONDLY\n",
            "TZID=:",
            "(",
            ")",
            "'=",
            "(".repeat(1000),
            "{\"a\":".repeat(60),
            "<b>".repeat(60));

    private final long seed = Long.getLong("lectern.seed", System.nanoTime());
    private final int damages = Integer.getInteger("lectern.damages", 2_000);

    @ParameterizedTest
    @MethodSource("files")
    void aDamagedFileIsReadOrRefused(Format format, byte[] file) {
        var random = new Random(seed);
        for (var i = 0; i < damages; i++) {
            var damaged = file;
            for (var times = 1 + random.nextInt(MOST_DAMAGES_AT_ONCE); times > 0; times--) {
                damaged = damage(damaged, random);
            }
            requireReadOrRefused(format, damaged, i);
            var recognised = Recognition.of(damaged).recognised();
            if (recognised.isPresent()) {
                requireReadOrRefused(recognised.get(), damaged, i);
            }
        }
    }

    private void requireReadOrRefused(Format format, byte[] file, int attempt) {
        try {
            ReadOrRefused.require(format, file);
        } catch (RuntimeException | Error e) {
            throw new AssertionError(
                    "lectern.seed=%d attempt=%d format=%s:%n%s"
                            .formatted(seed, attempt, format, new String(file, UTF_8)),
                    e);
        }
    }

    /** Cuts something out, puts something in, or something there a second time. */
    private static byte[] damage(byte[] file, Random random) {
        var from = random.nextInt(file.length + 1);
        var to = Math.min(file.length, from + random.nextInt(40));
        var out = new ByteArrayOutputStream();
        out.write(file, 0, from);
        switch (random.nextInt(4)) {
            case 0 -> {}
            case 1 ->
                out.writeBytes(SPLINTERS.get(random.nextInt(SPLINTERS.size())).getBytes(UTF_8));
            case 2 -> out.write(random.nextInt(256));
            default -> {
                out.write(file, from, to - from);
                out.write(file, from, to - from);
            }
        }
        out.write(file, to, file.length - to);
        return out.toByteArray();
    }

    static Stream<Arguments> files() throws IOException {
        try (var seeds = Files.walk(SEEDS, 2)) {
            return seeds.filter(Files::isRegularFile).sorted().toList().stream().map(DamagedFilesTest::seed);
        }
    }

    private static Arguments seed(Path file) {
        var format = file.getParent().getFileName().toString();
        try {
            var bytes = Files.readAllBytes(file);
            return Arguments.of(Format.named(format.equals("pdf") ? "indico-report" : format, bytes), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
