package dev.lectern.formats;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportWordsTest {

    @Test
    void noWordMeansTwoThings() throws IOException {
        var table = new Properties();
        try (var file =
                new InputStreamReader(ReportWords.class.getResourceAsStream("report-words.properties"), UTF_8)) {
            table.load(file);
        }

        var meanings = table.entrySet().stream()
                .flatMap(entry -> Stream.of(entry.getValue().toString().split("\\|"))
                        .map(word -> new String[] {
                            ReportWords.folded(word), entry.getKey().toString().substring(3)
                        }))
                .collect(groupingBy(pair -> pair[0], mapping(pair -> pair[1], toSet())));

        assertThat(meanings.values()).hasSizeGreaterThan(100).allMatch(set -> set.size() == 1);
    }

    @ParameterizedTest
    @CsvSource({
        "45 minutes,45",
        "1h 30m,90",
        "1 hour,60",
        "2 Stunden 5 Minuten,125",
        "'',0",
        "90,0",
        "soon,0",
        "1 hour more,0"
    })
    void durationsAreInWords(String text, int minutes) {
        assertThat(ReportWords.minutes(text)).isEqualTo(minutes);
    }
}
