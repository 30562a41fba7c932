package dev.lectern.schedule.timetable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.lectern.chassis.problem.Fault;
import dev.lectern.chassis.problem.Refused;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartTimeTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @ParameterizedTest
    @CsvSource({
        "2027-03-02T10:00, Europe/Paris, 2027-03-02T09:00:00Z",
        "2027-03-02T10:00:00, Europe/Paris, 2027-03-02T09:00:00Z",
        "2027-03-02T10:00, Asia/Kolkata, 2027-03-02T04:30:00Z",
        "2027-03-02T10:00, America/St_Johns, 2027-03-02T13:30:00Z",
        "2027-03-02T10:00:00+05:30, Europe/Paris, 2027-03-02T04:30:00Z",
        "2027-03-02T10:00Z, Europe/Paris, 2027-03-02T10:00:00Z",
        "2027-10-31T02:30+02:00, Europe/Paris, 2027-10-31T00:30:00Z",
        "2027-10-31T02:30+01:00, Europe/Paris, 2027-10-31T01:30:00Z"
    })
    void aTimeHasAnOffsetOrIsReadInTheZone(String text, ZoneId zone, Instant expected) {
        // When
        var start = StartTime.read(text, zone, "/startsAt");
        // Then
        assertThat(start).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2027-03-28T02:00 | 02:00 does not exist on 28 March 2027 in Europe/Paris",
                "2027-03-28T02:30 | 02:30 does not exist on 28 March 2027 in Europe/Paris",
                "2027-10-31T02:30 | 02:30 exists twice on 31 October 2027 in Europe/Paris"
            })
    void aLocalTimeThatTheClocksSkipOrShowTwiceIsRefused(String text, String detail) {
        assertThat(refusalOf(text)).isEqualTo(Fault.at("/startsAt", detail));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027-03-28T01:59", "2027-03-28T03:00", "2027-10-31T01:59", "2027-10-31T03:00"})
    void timesJustOutsideOfThemAreNot(String text) {
        assertThat(StartTime.read(text, PARIS, "/startsAt")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tomorrow",
                "2027-03-02",
                "2027-02-30T10:00",
                "2027-03-02T24:01",
                "2027-03-02T10:00[Europe/Paris]",
                "2027-03-02 10:00",
                "2027-03-02T10:00:00+99:00"
            })
    void whatIsNoTimeIsRefused(String text) {
        assertThat(refusalOf(text).detail()).startsWith("A time looks like");
    }

    @Test
    void aTalkStartsOnAWholeMinute() {
        assertThat(refusalOf("2027-03-02T10:00:30").detail()).isEqualTo("Times are whole minutes");
    }

    private static Fault refusalOf(String text) {
        return catchThrowableOfType(Refused.class, () -> StartTime.read(text, PARIS, "/startsAt"))
                .errors()
                .get(0);
    }
}
