package dev.lectern.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.lectern.notification.mail.Rewording.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RewordingTest {

    private static final int LONGEST = 50_000;

    @Test
    void wordsThatWentAndCameStandAmongThoseAroundThem() {
        var old = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen";
        assertThat(between(old, old.replace("eight", "acht")).plain())
                .isEqualTo("… four five six seven [removed: eight] [added: acht] nine ten eleven twelve …");
    }

    @Test
    void aFirstAbstractIsAddedAndALastOneRemoved() {
        assertThat(between(null, "All new").plain()).isEqualTo("[added: All new]");
        assertThat(between("All old", "").plain()).isEqualTo("[removed: All old]");
    }

    @Test
    void markupAloneIsSaidToBeThat() {
        var rewording = between("We study ropes", "We study *ropes*");
        assertThat(rewording.summary()).isEqualTo("has changed in its formatting only");
        assertThat(rewording.pieces()).isEmpty();
    }

    @Test
    void formulasAreComparedAsTheyAreRead() {
        assertThat(between("so $x^2$", "so $x^3$").plain()).isEqualTo("so [removed: x²] [added: x³]");
    }

    @Test
    void aScreenIsNeverOverfull() {
        var old = IntStream.range(0, 2_000).mapToObj(i -> "word" + i).collect(Collectors.joining(" "));
        var current = old.replaceAll("word([0-9]*)0 ", "other$1 ");
        var plain = between(old, current).plain();
        assertThat(plain).hasSizeLessThan(3_000).endsWith("… and more");
    }

    @Test
    void anotherTextIsShownByItsBeginning() {
        var old = IntStream.range(0, 500).mapToObj(i -> "a" + i).collect(Collectors.joining(" "));
        var current = IntStream.range(0, 500).mapToObj(i -> "b" + i).collect(Collectors.joining(" "));
        var rewording = between(old, current);
        assertThat(rewording.summary()).isEqualTo("has been rewritten and begins now like this");
        assertThat(rewording.pieces()).extracting(Rewording.Piece::kind).containsExactly(Kind.KEPT);
        assertThat(rewording.plain()).startsWith("b0 b1 ").hasSizeLessThan(601).endsWith("…");
    }

    static List<List<String>> hostilePairs() {
        return List.of(
                List.of("a ".repeat(LONGEST / 2), "b ".repeat(LONGEST / 2)),
                List.of("a b ".repeat(LONGEST / 4), "b a ".repeat(LONGEST / 4)),
                List.of("a ".repeat(LONGEST / 2), "a a b ".repeat(LONGEST / 6)),
                List.of("x".repeat(LONGEST), "y".repeat(LONGEST)),
                List.of(("x".repeat(200) + " ").repeat(248), ("x".repeat(201) + " ").repeat(247)),
                List.of("*".repeat(LONGEST), "> ".repeat(LONGEST / 2)));
    }

    @ParameterizedTest
    @MethodSource("hostilePairs")
    void noPairOfTextsOverfillsTheScreen(List<String> pair) {
        assertThat(between(pair.get(0), pair.get(1)).plain()).hasSizeLessThan(3_000);
    }

    /** A word that counts how often it is compared, which no busy machine can change. */
    private record Counted(String word, AtomicLong comparisons) {

        static List<Counted> words(String text, AtomicLong comparisons) {
            return Arrays.stream(text.split(" "))
                    .map(word -> new Counted(word, comparisons))
                    .toList();
        }

        @Override
        public boolean equals(Object other) {
            comparisons.incrementAndGet();
            return other instanceof Counted counted && word.equals(counted.word);
        }

        @Override
        public int hashCode() {
            return word.hashCode();
        }
    }

    @ParameterizedTest
    @MethodSource("hostilePairs")
    void ofLongTextsNotEveryWordIsComparedWithEachOther(List<String> pair) {
        // Given
        var comparisons = new AtomicLong();
        var before = Counted.words(pair.get(0), comparisons);
        var after = Counted.words(pair.get(1), comparisons);
        // When
        var given = catchThrowable(() -> Rewording.deltas(before, after));
        // Then
        assertThat(comparisons.get()).isLessThan((long) Rewording.MOST_CHANGES * LONGEST);
        assertThat(given == null || given.getMessage() == null).isTrue();
    }

    private static Rewording between(String old, String current) {
        return Rewording.between(old, current, Language.ENGLISH);
    }
}
