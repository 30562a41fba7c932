package dev.lectern.schedule.agenda;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.lectern.formats.ContributionReport;
import dev.lectern.formats.Format;
import dev.lectern.formats.NotUnderstood;
import dev.lectern.formats.ReportFile;
import dev.lectern.formats.ReportedContribution;
import dev.lectern.formats.ReportedPerson;
import dev.lectern.schedule.replica.Author;
import dev.lectern.schedule.replica.Link;
import dev.lectern.schedule.replica.Presenter;
import dev.lectern.schedule.replica.PresenterName;
import dev.lectern.schedule.session.SessionView;
import dev.lectern.schedule.timetable.BreakState;
import dev.lectern.schedule.timetable.RoomName;
import dev.lectern.schedule.timetable.TimeAndPlace;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is written of an odd conference is read as what it is. */
class RoundTripTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final RoomName HALL = new RoomName("hall", "Hall <&\"A\">");
    private static final RoomName LOWER = new RoomName("hall-2", "hall <&\"a\">");
    private static final RoomName FOYER = new RoomName("foyer", "Foyer, upstairs; left");
    private static final Presenter ONE = new Presenter(new UUID(1, 1), "Ada <&\"> O'Hara", "Bonn");
    private static final Presenter OTHER = new Presenter(new UUID(1, 2), "Ada <&\"> O'Hara", null);
    private static final Presenter RIGHT_TO_LEFT = new Presenter(new UUID(1, 3), "נעמי שמר, PhD (x)", null);

    private static final Agenda AGENDA = new Agenda(
            new Agenda.Conference(
                    new UUID(9, 9), "odd-2027", "Odd <&\"> 🎉", PARIS.getId(), List.of(), null, null, null),
            5,
            2,
            List.of(HALL, LOWER, FOYER),
            List.of(new Agenda.Pause(
                    new BreakState(
                            new UUID(3, 1), "Coffee", null, place(null, "2027-03-27T16:00", 30), 30, PARIS.getId()),
                    Agenda.Stamp.of(new UUID(3, 1), 0, Instant.EPOCH))),
            List.of(new Agenda.Block(
                    new SessionView(
                            new UUID(2, 1),
                            "Bells",
                            place(HALL, "2027-03-27T09:00", 60),
                            60,
                            PARIS.getId(),
                            List.of(new PresenterName(ONE.id(), ONE.name())),
                            List.of(1)),
                    Agenda.Stamp.of(new UUID(2, 1), 0, Instant.EPOCH))),
            List.of(
                    talk(
                            1,
                            "Bells <&\"> \uD83D\uDD14",
                            "<p>Not *HTML*</p>\n\n- but\n- Markdown",
                            HALL,
                            "2027-03-27T09:00",
                            45,
                            ONE,
                            OTHER),
                    talk(2, "שעונים", "", LOWER, "2027-03-27T09:00", 45, RIGHT_TO_LEFT),
                    talk(3, "Poster", "One.", FOYER, "2027-03-27T14:00", 90),
                    talk(4, "Poster", "Another.", FOYER, "2027-03-27T14:00", 90, OTHER),
                    talk(5, "After midnight", "x", HALL, "2027-03-28T01:30", 90, ONE),
                    talk(6, "In the second of two hours", "x", HALL, "2027-10-31T02:30", 30),
                    talk(7, "All day", "x", LOWER, "2027-03-29T00:00", 1_440)),
            Instant.parse("2027-01-01T00:00:00Z"));

    private static Agenda.Talk talk(
            int number, String title, String text, RoomName room, String start, int minutes, Presenter... presenters) {
        return new Agenda.Talk(
                new UUID(0xabcdef, number),
                number,
                title,
                text,
                number == 3 ? null : "Lightning, short",
                number == 3 ? null : "Bells & whistles",
                number == 2 ? "he" : null,
                place(room, start, minutes),
                minutes,
                PARIS.getId(),
                null,
                List.of(presenters),
                List.of(new Author("Bea BO", null)),
                number == 1
                        ? List.of(
                                new Link("https://bells.example/?a=1&b=2", "Slides & more"),
                                new Link("https://bells.example/paper", null))
                        : List.of(),
                Agenda.Stamp.of(new UUID(0xabcdef, number), 0, Instant.EPOCH));
    }

    private static TimeAndPlace place(RoomName room, String start, int minutes) {
        var begin = LocalDateTime.parse(start).atZone(PARIS).withLaterOffsetAtOverlap();
        return new TimeAndPlace(
                room, begin.toOffsetDateTime(), begin.plusMinutes(minutes).toOffsetDateTime());
    }

    private static ContributionReport read(Format format, byte[] file) {
        return ReportFile.read(format, file);
    }

    private static ContributionReport xml() {
        return read(Format.FRAB_XML, ScheduleXml.render(AGENDA, "https://conf.example"));
    }

    private static ContributionReport json() {
        var document = ScheduleJson.of(AGENDA, "https://conf.example");
        return read(Format.FRAB_JSON, new AgendaJson(new ObjectMapper()).write(document));
    }

    private static ContributionReport calendar() {
        return read(Format.ICS, AgendaCalendar.render(Part.Excerpt.all(AGENDA), "https://conf.example"));
    }

    @Test
    void theXmlIsReadAsItIs() {
        requireAll(xml());
        assertThat(xml().notUnderstood()).isEmpty();
    }

    @Test
    void theJsonIsReadAsItIs() {
        requireAll(json());
        assertThat(json().notUnderstood()).isEmpty();
    }

    private static void requireAll(ContributionReport report) {
        assertThat(report.title()).isEqualTo(AGENDA.conference().title());
        assertThat(report.timeZone()).isEqualTo("Europe/Paris");
        requirePlaces(report, Map.of("hall-2", LOWER.withSlug()));
        var read = byNumber(report);
        for (var talk : AGENDA.talks()) {
            var found = read.get(talk.number());
            assertThat(found.abstractText()).isEqualTo(talk.abstractText());
            assertThat(found.classification().type()).isEqualTo(talk.type());
            assertThat(found.classification().track()).isEqualTo(talk.track());
            assertThat(found.classification().language()).isEqualTo(talk.language());
            assertThat(found.people().presenters())
                    .extracting(
                            person -> ReportedPerson.ownId(person.externalId()).orElse(null), ReportedPerson::displayed)
                    .isEqualTo(talk.presenters().stream()
                            .map(person -> new org.assertj.core.groups.Tuple(person.id(), person.name()))
                            .toList());
            assertThat(found.links().stream().map(link -> new Link(link.url(), link.title())))
                    .isEqualTo(talk.links());
        }
    }

    @Test
    void theCalendarIsReadAsFarAsItSays() {
        var report = calendar();

        requirePlaces(report, Map.of());
        assertThat(report.notUnderstood())
                .extracting(NotUnderstood::reason)
                .containsExactly(
                        "left out: a session or a break of an agenda", "left out: a session or a break of an agenda");
        assertThat(byNumber(report).get(1).classification().type()).isEqualTo("Lightning, short");
        assertThat(byNumber(report).get(1).classification().track()).isEqualTo("Bells & whistles");
        assertThat(byNumber(report).get(1).links()).isEmpty();
    }

    private static void requirePlaces(ContributionReport report, Map<String, String> namesBySlug) {
        assertThat(report.contributions()).hasSameSizeAs(AGENDA.talks());
        var read = byNumber(report);
        for (var talk : AGENDA.talks()) {
            var found = read.get(talk.number());
            var room = talk.place().room();
            assertThat(found.ownId()).contains(talk.id());
            assertThat(found.title()).isEqualTo(talk.title());
            assertThat(found.durationMinutes()).isEqualTo(talk.durationMinutes());
            assertThat(OffsetDateTime.parse(found.placement().startsAt()).toInstant())
                    .isEqualTo(talk.place().startsAt().toInstant());
            assertThat(found.placement().room())
                    .isEqualTo(Objects.requireNonNullElse(namesBySlug.get(room.slug()), room.name()));
        }
    }

    private static Map<Integer, ReportedContribution> byNumber(ContributionReport report) {
        return report.contributions().stream()
                .collect(Collectors.toMap(ReportedContribution::number, Function.identity()));
    }
}
