package dev.lectern.schedule.agenda;

import dev.lectern.chassis.http.PageStyle;
import dev.lectern.chassis.text.RichText;
import dev.lectern.schedule.replica.Presenter;
import dev.lectern.schedule.replica.PresenterName;
import dev.lectern.schedule.session.SessionView;
import dev.lectern.schedule.timetable.BreakState;
import dev.lectern.schedule.timetable.SessionName;
import dev.lectern.schedule.timetable.TimeAndPlace;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An agenda as people read it: days, in them times, in them the breaks, then the sessions that begin, then the talks by
 * room.
 */
record AgendaPage(Agenda.Conference conference, String when, String lastChanged, List<Day> days) {

    static final PageStyle STYLE = PageStyle.read(AgendaPage.class, "/agenda.css");

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm", Locale.ENGLISH);

    record Day(String id, String heading, String shortHeading, List<Time> times) {}

    record Time(String label, String machine, List<Pause> breaks, List<Block> sessions, List<Entry> talks) {}

    /**
     * A break; {@code room} is null when it is in all of them, {@code descriptionHtml} safe to be put into a page as it
     * is.
     */
    record Pause(String title, String times, String room, String descriptionHtml) {}

    /** A session; {@code chairs} are names, empty when there are none. */
    record Block(UUID id, String title, String times, String room, List<String> chairs) {}

    /** {@code kinds} are type and track as far as known, {@code abstractHtml} safe to be put into a page as it is. */
    record Entry(
            int number,
            String title,
            String times,
            int minutes,
            String room,
            List<String> kinds,
            SessionName session,
            List<Presenter> presenters,
            String abstractHtml) {}

    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance agenda(AgendaPage page, String style);

        static native TemplateInstance agendas(List<AgendaPage.Link> conferences, String style);

        static native TemplateInstance nothing(String style);
    }

    /** One published conference in the list of all. */
    record Link(String slug, String title, String when, String timeZone) {
        static Link to(Agenda.Conference conference) {
            return new Link(
                    conference.slug(), conference.title(), AgendaPage.when(conference.days()), conference.timeZone());
        }
    }

    static AgendaPage of(Agenda agenda) {
        var zone = ZoneId.of(agenda.conference().timeZone());
        var starts = Stream.of(
                        agenda.talks().stream().map(Agenda.Talk::place),
                        agenda.sessions().stream().map(block -> block.view().place()),
                        agenda.breaks().stream().map(pause -> pause.state().place()))
                .flatMap(places -> places)
                .map(TimeAndPlace::startsAt)
                .collect(Collectors.groupingBy(
                        OffsetDateTime::toLocalDate, TreeMap::new, Collectors.toCollection(TreeSet::new)));
        return new AgendaPage(
                agenda.conference(),
                when(agenda.conference().days()),
                MOMENT.format(agenda.changedAt().atZone(zone)),
                starts.entrySet().stream()
                        .map(day -> day(agenda, day.getKey(), day.getValue()))
                        .toList());
    }

    static String list(List<Agenda.Conference> conferences) {
        return Templates.agendas(conferences.stream().map(Link::to).toList(), STYLE.css())
                .render();
    }

    /** Where there is no agenda, or none that is public. */
    static String nothing() {
        return Templates.nothing(STYLE.css()).render();
    }

    String render() {
        return Templates.agenda(this, STYLE.css()).render();
    }

    private static String when(List<LocalDate> days) {
        if (days.isEmpty()) {
            return "";
        }
        var first = days.stream().min(LocalDate::compareTo).orElseThrow();
        var last = days.stream().max(LocalDate::compareTo).orElseThrow();
        return first.equals(last) ? DAY.format(first) : DAY.format(first) + " – " + DAY.format(last);
    }

    private static Day day(Agenda agenda, LocalDate day, Collection<OffsetDateTime> starts) {
        return new Day(
                "day-" + day,
                DAY.format(day),
                SHORT_DAY.format(day),
                starts.stream().map(start -> time(agenda, start)).toList());
    }

    private static Time time(Agenda agenda, OffsetDateTime start) {
        return new Time(
                TIME.format(start),
                start.toString(),
                agenda.breaks().stream()
                        .map(Agenda.Pause::state)
                        .filter(pause -> pause.place().startsAt().equals(start))
                        .map(AgendaPage::pause)
                        .toList(),
                agenda.sessions().stream()
                        .map(Agenda.Block::view)
                        .filter(session -> session.place().startsAt().equals(start))
                        .map(AgendaPage::block)
                        .toList(),
                agenda.talks().stream()
                        .filter(talk -> talk.place().startsAt().equals(start))
                        .map(AgendaPage::entry)
                        .toList());
    }

    private static String times(TimeAndPlace place) {
        return TIME.format(place.startsAt()) + "–" + TIME.format(place.endsAt());
    }

    private static Pause pause(BreakState pause) {
        return new Pause(
                pause.title(),
                times(pause.place()),
                pause.place().room() == null ? null : pause.place().room().name(),
                RichText.html(pause.description() == null ? "" : pause.description()));
    }

    private static Block block(SessionView session) {
        return new Block(
                session.id(),
                session.title(),
                times(session.place()),
                session.place().room().name(),
                session.chairs().stream().map(PresenterName::name).toList());
    }

    private static Entry entry(Agenda.Talk talk) {
        var kinds = Stream.of(talk.type(), talk.track())
                .filter(text -> text != null && !text.isBlank())
                .toList();
        return new Entry(
                talk.number(),
                talk.title(),
                times(talk.place()),
                talk.durationMinutes(),
                talk.place().room().name(),
                kinds,
                talk.session(),
                talk.presenters(),
                RichText.html(talk.abstractText()));
    }
}
