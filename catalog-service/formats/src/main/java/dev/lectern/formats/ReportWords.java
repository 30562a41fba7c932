package dev.lectern.formats;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.regex.Pattern.CASE_INSENSITIVE;
import static java.util.regex.Pattern.UNICODE_CASE;

import dev.lectern.chassis.text.PlainText;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words of Indico's report in all languages at once, since no word means two things. They are in
 * {@code report-words.properties}.
 */
final class ReportWords {

    private static final Map<String, Set<String>> WORDS = read();
    private static final Pattern NEXT_HEADING =
            Pattern.compile(" (?=" + any("code", "type") + " ?:)", CASE_INSENSITIVE | UNICODE_CASE);

    // "1 hour 30 minutes", "45 minutes", "1h 30m"; some languages have a word between the two.
    private static final Pattern DURATION = Pattern.compile(
            "(?:(?<hours>[0-9]{1,2}) ?" + any("hours") + "(?:[^0-9]{0,6}(?=[0-9]))?)?(?:(?<minutes>[0-9]{1,4}) ?"
                    + any("minutes") + ")?",
            CASE_INSENSITIVE | UNICODE_CASE);
    private static final int MINUTES_OF_AN_HOUR = 60;
    private static final int MOST_HEADINGS = 3;

    private ReportWords() {}

    private static Map<String, Set<String>> read() {
        var table = new Properties();
        try (var file = ReportWords.class.getResourceAsStream("report-words.properties")) {
            table.load(new InputStreamReader(file, UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var words = new HashMap<String, Set<String>>();
        table.stringPropertyNames()
                .forEach(key -> Stream.of(table.getProperty(key).split("\\|"))
                        .map(ReportWords::folded)
                        .forEach(word -> words.computeIfAbsent(
                                        key.substring(key.indexOf('.') + 1), any -> new LinkedHashSet<>())
                                .add(word)));
        return words;
    }

    /** @param meaning a key of the table, without the language */
    static Set<String> of(String meaning) {
        return WORDS.get(meaning);
    }

    static boolean isTitle(String text) {
        return of("title").contains(folded(text));
    }

    /** Whether the value of a label is that there is none. */
    static boolean isUnspecified(String value) {
        return value.isEmpty() || of("unspecified").contains(folded(value));
    }

    /** {@code Contribution ID: 5 Contribution code: CB-5 Type: Talk} in its three parts. */
    static Stream<String> headings(String line) {
        return Stream.of(NEXT_HEADING.split(line, MOST_HEADINGS));
    }

    /** The minutes of a duration in words; 0 for anything else. */
    static int minutes(String duration) {
        var matcher = DURATION.matcher(duration);
        return matcher.matches()
                ? MINUTES_OF_AN_HOUR * toInt(matcher.group("hours")) + toInt(matcher.group("minutes"))
                : 0;
    }

    private static int toInt(String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static String any(String... meanings) {
        return Stream.of(meanings)
                .flatMap(meaning -> of(meaning).stream())
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?:", ")"));
    }

    /** Without marks of bold print, with one way to write each letter. */
    static String folded(String text) {
        return Normalizer.normalize(ReportLine.unmarked(PlainText.spaced(text)), Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT);
    }
}
