package dev.lectern.schedule.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.schedule.agenda.Part.Kind;
import dev.lectern.schedule.replica.Presenter;
import dev.lectern.schedule.replica.PresenterName;
import dev.lectern.schedule.session.SessionView;
import dev.lectern.schedule.timetable.BreakState;
import dev.lectern.schedule.timetable.RoomName;
import dev.lectern.schedule.timetable.SessionName;
import dev.lectern.schedule.timetable.TimeAndPlace;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartTest {

    private static final RoomName RED = new RoomName("red", "Red room");
    private static final RoomName BLUE = new RoomName("blue", "Blue room");
    private static final UUID ADA = new UUID(1, 1);
    private static final UUID BEN = new UUID(1, 2);
    private static final UUID MORNING = new UUID(2, 1);

    /** Talk 3 in red and 4 in blue on the first day, 5 in blue on the second; Ben chairs the morning, which has talk 3. */
    private static final Agenda AGENDA = new Agenda(
            new Agenda.Conference(
                    new UUID(9, 9),
                    "clocks",
                    "Clocks",
                    "Europe/Paris",
                    List.of(LocalDate.of(2027, 3, 4)),
                    null,
                    null,
                    null),
            5,
            2,
            List.of(RED, BLUE),
            List.of(pause(null, 2), pause(BLUE, 3)),
            List.of(new Agenda.Block(
                    new SessionView(
                            MORNING,
                            "Morning",
                            place(RED, 2),
                            30,
                            "Europe/Paris",
                            List.of(new PresenterName(BEN, "Ben")),
                            List.of(3)),
                    stamp(MORNING))),
            List.of(talk(3, RED, 2, "Bells & Whistles"), talk(4, BLUE, 2, "Été"), talk(5, BLUE, 3, null)),
            Instant.EPOCH);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ALL | '' | 3,4,5 | 1 | 2",
                "CHOSEN | 3,5,77 | 3,5 | 0 | 0",
                "DAYS | 2027-03-02 | 3,4 | 1 | 1",
                "DAYS | 2027-03-04 | '' | 0 | 0",
                "ROOMS | red | 3 | 1 | 1",
                "ROOMS | blue | 4,5 | 0 | 2",
                "TRACKS | bells-whistles | 3 | 0 | 0",
                "TRACKS | ete | 4 | 0 | 0",
                "PRESENTERS | 00000000-0000-0001-0000-000000000001 | 3,4,5 | 0 | 0",
                "PRESENTERS | 00000000-0000-0001-0000-000000000002 | '' | 1 | 0",
                "TALKS | 4 | 4 | 0 | 0",
                "SESSIONS | 00000000-0000-0002-0000-000000000001 | 3 | 1 | 0"
            })
    void aPartHasWhatBelongsToIt(Kind kind, String id, String talks, int sessions, int breaks) {
        // When
        var part = new Part(kind, id).of(AGENDA).orElseThrow().agenda();
        // Then
        assertThat(String.join(
                        ",",
                        part.talks().stream().map(talk -> "" + talk.number()).toList()))
                .isEqualTo(talks);
        assertThat(part.sessions()).hasSize(sessions);
        assertThat(part.breaks()).hasSize(breaks);
    }

    @ParameterizedTest
    @CsvSource({
        "DAYS, 2027-03-05",
        "DAYS, today",
        "ROOMS, Red room",
        "TRACKS, Été",
        "TRACKS, ''",
        "PRESENTERS, Ben",
        "PRESENTERS, 00000000-0000-0001-0000-000000000003",
        "TALKS, 6",
        "TALKS, 04",
        "SESSIONS, 1"
    })
    void whatTheAgendaDoesNotHaveIsNoPart(Kind kind, String id) {
        assertThat(new Part(kind, id).of(AGENDA)).isEmpty();
    }

    @Test
    void thePartIsCalledAsPeopleCallIt() {
        assertThat(new Part(Kind.ROOMS, "red").of(AGENDA).orElseThrow().title()).contains("Red room");
        assertThat(new Part(Kind.PRESENTERS, BEN.toString())
                        .of(AGENDA)
                        .orElseThrow()
                        .title())
                .contains("Ben");
        assertThat(Part.ALL.of(AGENDA).orElseThrow().title()).isEmpty();
    }

    @Test
    void theSameChoiceIsTheSamePart() {
        assertThat(Part.chosen("9,3,3,007", 5)).isEqualTo(Optional.of(new Part(Kind.CHOSEN, "3,7,9")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", "3,", "a", "-1", "3;4", "1234567890", "1,2,3,4,5,6"})
    void whatIsNoListOfNumbersIsNoChoice(String numbers) {
        assertThat(Part.chosen(numbers, 5)).isEmpty();
    }

    private static Agenda.Talk talk(int number, RoomName room, int day, String track) {
        var id = new UUID(0, number);
        return new Agenda.Talk(
                id,
                number,
                "Talk " + number,
                "",
                null,
                track,
                null,
                place(room, day),
                30,
                "Europe/Paris",
                number == 3 ? new SessionName(MORNING, "Morning") : null,
                List.of(new Presenter(ADA, "Ada", null)),
                List.of(),
                List.of(),
                stamp(id));
    }

    private static Agenda.Pause pause(RoomName room, int day) {
        var id = new UUID(3, day);
        return new Agenda.Pause(new BreakState(id, "Coffee", null, place(room, day), 30, "Europe/Paris"), stamp(id));
    }

    private static TimeAndPlace place(RoomName room, int day) {
        var start = OffsetDateTime.parse("2027-03-0" + day + "T10:00:00+01:00");
        return new TimeAndPlace(room, start, start.plusMinutes(30));
    }

    private static Agenda.Stamp stamp(UUID id) {
        return Agenda.Stamp.of(id, 0, Instant.EPOCH);
    }
}
