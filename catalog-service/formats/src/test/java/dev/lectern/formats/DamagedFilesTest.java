package dev.lectern.formats;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.chassis.problem.Refused;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Files of every format, damaged at random: each is read or refused with a line, and nothing else happens. {@code -Dlectern.damages=100000}
 * tries more of them, {@code -Dlectern.seed=} the same again.
 */
class DamagedFilesTest {

    private static final int MOST_DAMAGES_AT_ONCE = 8;
    private static final List<String> REPORT_AND_OTHERS = List.of("""
            **Clocks and Bells**

            Report of Contributions

            Contribution ID: 2
            Contribution code: B-2
            Type: **Talk**

            Why bells are late

            Tuesday 2 March 2027 10:00 (1 hour 30 minutes)

            Ropes are to *blame*.

            **Room needs**

            An organ.

            Presenters: Prof. DUPONT, Éloïse (Liège; (Namur)); SMITH, John
            Session Classification: Towers
            """, """
            <?xml version="1.0" encoding="UTF-8"?>
            <schedule><conference><title>Clocks &amp; Bells</title></conference><day date="2027-03-02"><room name="Blue">
            <event guid="g-1" id="7"><title>Bells</title><duration>01:30</duration><abstract><![CDATA[<p>Ropes</p>]]></abstract>
            <persons><person id="12">Éloïse DUPONT</person><speaker><name>John</name></speaker></persons></event>
            </room></day></schedule>
            """, """
            {"schedule": {"conference": {"title": "Clocks", "days": [{"rooms": {"Blue": [{"guid": "g-1", "id": 7,
             "title": "Bells", "duration": "01:30", "track": {"en": "Towers"}, "persons": [{"id": 1, "public_name": "John"}]}]}}]}}}
            """, """
            {"results": [{"code": "ABCDEF", "title": {"en": "Bells"}, "submission_type": "Talk", "duration": 90,
             "speakers": [{"code": "12", "name": "John"}]}]}
            """, """
            {"results": [{"title": "Clocks", "contributions": [{"friendly_id": 7, "title": "Bells", "duration": 45,
             "speakers": [{"last_name": "DUPONT", "first_name": "Éloïse"}]}]}]}
            """, """
            number;title;presenters;duration;abstract
            7;"Bells; late";"DUPONT, Éloïse (Liège)";1:30;"Ropes
            are to blame"
            8;Clocks;;;
            """, """
            BEGIN:VCALENDAR
            VERSION:2.0
            BEGIN:VEVENT
            UID:a-1
            DTSTART;TZID=Europe/Paris:20270302T100000
            DTEND:20270302T100000Z
            SUMMARY:Bells\\, late
            LOCATION:Blue room
            DESCRIPTION:Ropes\\nare to
              blame
            END:VEVENT
            END:VCALENDAR
            """);
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
    void aDamagedFileIsReadOrRefused(Format format, String file) {
        var random = new Random(seed);
        for (var i = 0; i < damages; i++) {
            var damaged = file.getBytes(UTF_8);
            for (var times = 1 + random.nextInt(MOST_DAMAGES_AT_ONCE); times > 0; times--) {
                damaged = damage(damaged, random);
            }
            requireReadOrRefused(format, damaged, i);
            requireReadOrRefused(Format.named("auto", damaged), damaged, i);
        }
    }

    private void requireReadOrRefused(Format format, byte[] file, int attempt) {
        try {
            assertThat(ReportFile.read(format, file).toString())
                    .matches(UTF_8.newEncoder()::canEncode)
                    .doesNotContain("\0");
        } catch (Refused e) {
            assertThat(e.errors()).allSatisfy(fault -> assertThat(fault.line()).isPositive());
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

    static Stream<Arguments> files() {
        return REPORT_AND_OTHERS.stream().map(file -> Arguments.of(Format.named("auto", file.getBytes(UTF_8)), file));
    }
}
