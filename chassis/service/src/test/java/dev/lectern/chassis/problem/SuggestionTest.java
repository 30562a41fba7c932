package dev.lectern.chassis.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuggestionTest {

    private static final List<String> MEMBERS = List.of("room", "startsAt", "durationMinutes", "comment", "announce");

    @ParameterizedTest
    @CsvSource({
        "roome, room",
        "starts_at, startsAt",
        "StartsAt, startsAt",
        "start, startsAt",
        "duration, durationMinutes",
        "roomSlug, room",
        "coment, comment",
        "anounce, announce",
        "durationMinuets, durationMinutes"
    })
    void whatIsCloseIsMeant(String wrong, String meant) {
        assertThat(Suggestion.instead("member", wrong, MEMBERS))
                .isEqualTo("There is no member \"%s\" here; did you mean \"%s\"?", wrong, meant);
    }

    @ParameterizedTest
    @CsvSource({"speaker", "x", "''", "at"})
    void whatIsNotCloseIsNotGuessed(String wrong) {
        assertThat(Suggestion.instead("member", wrong, MEMBERS))
                .endsWith("only \"announce\", \"comment\", \"durationMinutes\", \"room\" and \"startsAt\"");
    }

    @Test
    void whereThereIsNothingNothingIsListed() {
        assertThat(Suggestion.instead("parameter", "page", List.of())).isEqualTo("There is no parameter \"page\" here");
    }

    @Test
    void manyAreNotListed() {
        var rooms = IntStream.range(100, 200).mapToObj(number -> "r" + number).toList();
        assertThat(Suggestion.instead("room", "tower", rooms)).isEqualTo("There is no room \"tower\" here");
    }

    @Test
    void whatIsVeryLongIsCutAndNotCompared() {
        assertThat(Suggestion.instead("member", "room".repeat(10_000), MEMBERS)).hasSizeLessThan(300);
    }
}
