package dev.lectern.schedule.agenda;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lectern.chassis.calendar.CalendarEntry;
import dev.lectern.chassis.calendar.CalendarEntry.Party;
import dev.lectern.chassis.calendar.CalendarEntry.Words;
import dev.lectern.chassis.calendar.CalendarFeed;
import dev.lectern.chassis.calendar.CalendarText;
import dev.lectern.chassis.text.RichText;
import dev.lectern.schedule.replica.Presenter;
import dev.lectern.schedule.replica.PresenterName;
import dev.lectern.schedule.timetable.TimeAndPlace;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An agenda as iCalendar (RFC 5545), in UTC. All stamps are times of changes, never of rendering, so that an unchanged
 * agenda is the same to the byte. A session is no busy time: it would lie over its own talks.
 */
final class AgendaCalendar {

    /** How soon a change is seen, where nobody mails it. */
    private static final Duration REFRESH = Duration.ofHours(1);

    /**
     * What is published must name an organizer (RFC 5546, section 3.2.1); nobody's address is public, and this domain
     * is nobody's (RFC 2606).
     */
    private static final String ORGANIZER = "noreply@lectern.invalid";

    private final Agenda.Conference conference;
    private final String page;

    private AgendaCalendar(Agenda.Conference conference, String publicUrl) {
        this.conference = conference;
        this.page = publicUrl + "/agenda/" + conference.slug();
    }

    static byte[] render(Part.Excerpt part, String publicUrl) {
        var calendar = new AgendaCalendar(part.agenda().conference(), publicUrl);
        return CalendarText.published(
                calendar.feed(part), calendar.entries(part.agenda(), Format.ICS, CalendarText::entry));
    }

    /** The same as XML (RFC 6321). */
    static byte[] renderXml(Part.Excerpt part, String publicUrl) {
        var calendar = new AgendaCalendar(part.agenda().conference(), publicUrl);
        return CalendarText.publishedXml(
                calendar.feed(part), calendar.entries(part.agenda(), Format.XCAL, CalendarText::entryXml));
    }

    private CalendarFeed feed(Part.Excerpt part) {
        var title = Stream.concat(Stream.of(conference.title()), part.title().stream())
                .collect(Collectors.joining(": "));
        return new CalendarFeed(title, page, REFRESH);
    }

    private List<byte[]> entries(Agenda agenda, Format format, Function<CalendarEntry, String> write) {
        return Stream.of(
                        pieces(agenda.sessions(), this::entry, format, write),
                        pieces(agenda.talks(), this::entry, format, write),
                        pieces(agenda.breaks(), this::entry, format, write),
                        pieces(agenda.cancelled(), this::entry, format, write))
                .flatMap(each -> each)
                .toList();
    }

    /** All that an entry is made of. */
    private record Source(String conference, String page, Object what) {}

    private <T> Stream<byte[]> pieces(
            List<T> all, Function<T, CalendarEntry> entry, Format format, Function<CalendarEntry, String> write) {
        return all.stream()
                .map(each -> Pieces.of(
                        format,
                        new Source(conference.title(), page, each),
                        source -> write.apply(entry.apply(each)).getBytes(UTF_8)));
    }

    private CalendarEntry entry(Agenda.Talk talk) {
        var presenters = names(talk.presenters().stream().map(Presenter::name).toList());
        return entry(
                talk.stamp(),
                talk.place(),
                new Words(
                        talk.title(),
                        talk.place().room().name(),
                        described(presenters, talk.abstractText()),
                        page + "/talks/" + talk.number(),
                        Arrays.asList(talk.type(), talk.track())),
                true);
    }

    private CalendarEntry entry(Agenda.Block block) {
        var session = block.view();
        var chairs = names(session.chairs().stream().map(PresenterName::name).toList());
        return entry(
                block.stamp(),
                session.place(),
                new Words(
                        session.title(),
                        session.place().room().name(),
                        chairs.isEmpty() ? "" : "Chaired by " + chairs,
                        page + "/sessions/" + session.id(),
                        List.of("Session")),
                false);
    }

    /** One in all rooms has no location. */
    private CalendarEntry entry(Agenda.Pause pause) {
        var state = pause.state();
        var room = state.place().room();
        return entry(
                pause.stamp(),
                state.place(),
                new Words(
                        state.title(),
                        room == null ? null : room.name(),
                        described("", state.description()),
                        page,
                        List.of()),
                true);
    }

    private CalendarEntry entry(Agenda.Cancelled gone) {
        return entry(
                gone.stamp(),
                gone.place(),
                new Words(gone.summary(), null, null, null, List.of()),
                false,
                CalendarEntry.Status.CANCELLED);
    }

    private CalendarEntry entry(Agenda.Stamp stamp, TimeAndPlace place, Words words, boolean busy) {
        return entry(stamp, place, words, busy, null);
    }

    private CalendarEntry entry(
            Agenda.Stamp stamp, TimeAndPlace place, Words words, boolean busy, CalendarEntry.Status status) {
        return new CalendarEntry(
                new CalendarEntry.Stamp(stamp.uid(), stamp.sequence(), stamp.changedAt()),
                place.startsAt().toInstant(),
                place.endsAt().toInstant(),
                words,
                busy,
                status,
                new Party(conference.title(), ORGANIZER),
                null);
    }

    private static String names(Collection<String> names) {
        return names.stream().collect(Collectors.joining(", "));
    }

    private static String described(String names, String written) {
        return names + "\n\n" + (written == null ? "" : RichText.plain(written));
    }
}
