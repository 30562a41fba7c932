package dev.lectern.notification.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.notification.availability.LocalRange;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AvailabilityFormTest {

    private static final List<LocalDate> DAYS = List.of(LocalDate.of(2027, 3, 1), LocalDate.of(2027, 3, 2));
    private static final List<String> DATES = List.of("2027-03-01", "2027-03-02");

    @Test
    void wholeDaysOnAllDaysAreAnyTime() {
        var said = AvailabilityForm.read(DAYS, DATES, DATES, List.of("", ""), List.of("", ""));
        assertThat(said).contains(List.of());
        assertThat(AvailabilityForm.of(DAYS, said))
                .containsExactly(
                        new AvailabilityForm.Day(DAYS.get(0), true, "", ""),
                        new AvailabilityForm.Day(DAYS.get(1), true, "", ""));
    }

    @Test
    void whatIsSaidIsShownAgain() {
        var said = AvailabilityForm.read(
                DAYS, DATES, List.of("2027-03-02"), List.of("08:00", "09:30"), List.of("", "12:00"));
        assertThat(said)
                .contains(List.of(new LocalRange(
                        LocalDateTime.parse("2027-03-02T09:30"), LocalDateTime.parse("2027-03-02T12:00"))));
        assertThat(AvailabilityForm.of(DAYS, said))
                .containsExactly(
                        new AvailabilityForm.Day(DAYS.get(0), false, "", ""),
                        new AvailabilityForm.Day(DAYS.get(1), true, "09:30", "12:00"));
    }

    @Test
    void nothingIsTickedWhereNothingWasSaid() {
        assertThat(AvailabilityForm.of(DAYS, Optional.empty())).noneMatch(AvailabilityForm.Day::ticked);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            2027-03-01 2027-03-02, -, 09:00 09:00, 10:00 10:00
            2027-03-01 2027-03-02, 2027-03-01, 10:00 -, 10:00 -
            2027-03-01 2027-03-02, 2027-03-01, 10:00 -, 09:00 -
            2027-03-01 2027-03-02, 2027-03-01, ten -, - -
            2027-03-01 2027-03-02, 2027-03-01, -, - -
            2027-03-01 2027-03-02, 2027-03-07, - -, - -
            2027-03-01 2027-03-07, 2027-03-07, - -, - -
            2027-03-01 2027-03-01, 2027-03-01, - -, - -
            tomorrow, tomorrow, -, -
            +999999999-12-31, +999999999-12-31, -, -
            """)
    void whatMakesNoSenseIsNotUnderstood(String dates, String ticked, String from, String until) {
        assertThat(AvailabilityForm.read(DAYS, words(dates), given(words(ticked)), words(from), words(until)))
                .isEmpty();
    }

    private static List<String> words(String text) {
        return Stream.of(text.split(" "))
                .map(word -> word.replace("-", word.length() == 1 ? "" : "-"))
                .toList();
    }

    private static List<String> given(List<String> words) {
        return words.stream().filter(word -> !word.isEmpty()).toList();
    }
}
