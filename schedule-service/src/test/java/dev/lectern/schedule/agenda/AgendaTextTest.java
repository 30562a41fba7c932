package dev.lectern.schedule.agenda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.schedule.replica.Author;
import dev.lectern.schedule.replica.Presenter;
import dev.lectern.schedule.timetable.BreakState;
import dev.lectern.schedule.timetable.RoomName;
import dev.lectern.schedule.timetable.TimeAndPlace;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AgendaTextTest {

    private static final UUID ID = new UUID(0, 1);
    private static final Agenda.Stamp STAMP = Agenda.Stamp.of(ID, 0, Instant.EPOCH);
    private static final String LONG =
            "The clocks of the city, and those who wind them, seen through the keyholes of its towers";

    @Test
    void aTerminalShowsTheDaysInOrder() {
        // When
        var text = text(agenda("\u001B[31mGreat bells\u0007", "Éloïse DUPONT"));
        // Then
        assertThat(text).isEqualTo("""
                Clocks
                All times are in Europe/Paris. Last changed 1 January 2027, 10:00.
                https://conf.example/agenda/clocks

                Tuesday 2 March 2027
                ====================

                10:00–10:30  Red room · Talk 3 · pt-BR
                             [31mGreat bells
                             Éloïse DUPONT
                             Written by Bea BO, Cy DO

                10:30–11:00  Coffee
                """);
    }

    @Test
    void noLineIsLongerThanATerminalIsWide() {
        // When
        var text = text(agenda(LONG.repeat(3), "A " + "x".repeat(100)));
        // Then
        assertThat(text.lines().filter(line -> !line.contains("xxx"))).allMatch(line -> line.length() <= 80);
        assertThat(text).contains("\n             " + "x".repeat(100) + "\n");
    }

    private static String text(Agenda agenda) {
        return new String(AgendaText.render(agenda, "https://conf.example"), UTF_8);
    }

    private static Agenda agenda(String title, String presenter) {
        return new Agenda(
                new Agenda.Conference(ID, "clocks", "Clocks", "Europe/Paris", List.of(), null, null, null),
                5,
                2,
                List.of(new RoomName("red", "Red room")),
                List.of(new Agenda.Pause(
                        new BreakState(ID, "Coffee", null, place(null, "10:30"), 30, "Europe/Paris"), STAMP)),
                List.of(),
                List.of(new Agenda.Talk(
                        ID,
                        3,
                        title,
                        "",
                        null,
                        null,
                        "pt-BR",
                        place(new RoomName("red", "Red room"), "10:00"),
                        30,
                        "Europe/Paris",
                        null,
                        List.of(new Presenter(ID, presenter, null)),
                        List.of(new Author("Bea BO", null), new Author("Cy DO", "Bonn")),
                        List.of(),
                        STAMP)),
                Instant.parse("2027-01-01T09:00:00Z"));
    }

    private static TimeAndPlace place(RoomName room, String time) {
        var start = OffsetDateTime.parse("2027-03-02T" + time + ":00+01:00");
        return new TimeAndPlace(room, start, start.plusMinutes(30));
    }
}
