package dev.lectern.schedule.agenda;

import dev.lectern.chassis.text.RichText;
import dev.lectern.schedule.timetable.RoomName;
import dev.lectern.schedule.timetable.TimeAndPlace;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;

/**
 * An agenda, or a part of one, as people read it: days, in them times, in them the breaks, then the sessions that begin,
 * then the talks by room. On a wide screen each day is a grid of rooms and times.
 *
 * @param heading of the part; null for all of the agenda
 * @param welcomeHtml safe to be put into a page as it is; empty for none
 * @param when the first day to the last one
 * @param tabs the days that can be looked at by themselves; empty where there is nothing to choose
 * @param choices what a search can be narrowed to
 * @param calendar the address of the same as a calendar
 * @param doorSign the address of a room's sign; empty for any other part
 * @param qr the page's address as a QR code, safe to be put into a page as it is; empty where the page is not taken along
 */
record AgendaPage(
        PageFrame frame,
        String heading,
        String welcomeHtml,
        String when,
        String lastChanged,
        List<Tab> tabs,
        Choices choices,
        String calendar,
        String doorSign,
        String qr,
        List<Day> days) {

    /** With so many talks at most, all days are on one page. */
    private static final int MOST_TALKS_TOGETHER = 120;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    record Tab(String label, String address, boolean isHere) {}

    /** A value that a parameter can have, and what it is called. */
    record Choice(String value, String label, boolean isChosen) {}

    record Choices(
            Filter filter, List<Choice> tracks, List<Choice> rooms, List<Choice> types, List<Choice> languages) {}

    record Day(String id, String heading, String grid, List<DayGrid.Column> rooms, List<Time> times) {}

    record Time(String label, String machine, String cell, List<Item> items) {}

    /**
     * Something on a day.
     *
     * @param kind {@code talk}, {@code session}, {@code break} or {@code many}
     * @param id within the page
     * @param cell the classes that place it in the grid; empty without one
     * @param banner the title of the session that begins with a talk, which lies over the session in a grid; else empty
     * @param language of the title; null where nobody said
     * @param facts times, room and people, in one line
     * @param chairs who chairs a session; else empty
     * @param descriptionHtml of a break, safe to be put into a page as it is; else empty
     * @param items what it opens, where there is much of it
     */
    record Item(
            String kind,
            String id,
            int number,
            String cell,
            String banner,
            String colour,
            String address,
            String title,
            TextLanguage language,
            String facts,
            String chairs,
            String descriptionHtml,
            OffsetDateTime startsAt,
            OffsetDateTime endsAt,
            List<Item> items) {}

    @CheckedTemplate(basePath = "", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static final class Templates {
        private Templates() {}

        static native TemplateInstance agenda(AgendaPage page, PageFrame frame);

        static native TemplateInstance sign(AgendaPage page, PageFrame frame);

        static native TemplateInstance agendas(List<AgendaPage.Link> conferences, PageFrame frame);

        static native TemplateInstance nothing(PageFrame frame);
    }

    /** One published conference in the list of all. */
    record Link(String slug, String title, String when, String timeZone) {
        static Link to(Agenda.Conference conference, Language language) {
            return new Link(
                    conference.slug(),
                    conference.title(),
                    AgendaPage.when(conference.days(), language),
                    conference.timeZone());
        }
    }

    /**
     * @param part what to show of an agenda
     * @param whole the agenda that it is of
     */
    static AgendaPage of(Document document, Part.Excerpt part, Agenda whole, PageFrame frame) {
        var isAll = document.part().kind() == Part.Kind.ALL;
        var dates = whole.dates();
        var isLong = whole.talks().size() > MOST_TALKS_TOGETHER;
        var first = dates.stream().filter(date -> !whole.on(date).isEmpty()).findFirst();
        var isOneOfMany = isAll && isLong && document.filter().isEmpty() && first.isPresent();
        var shown = isOneOfMany ? whole.on(first.get()) : part.agenda();
        var here = isOneOfMany ? first.get().toString() : document.part().id();
        var language = document.words().language();
        return new AgendaPage(
                frame,
                isAll ? null : heading(document, part, language),
                isAll
                        ? RichText.html(
                                Objects.requireNonNullElse(whole.conference().welcome(), ""))
                        : "",
                when(whole.conference().days(), language),
                DateTimeFormatter.ofPattern(language.moment(), language.locale())
                        .format(whole.changedAt()
                                .atZone(ZoneId.of(whole.conference().timeZone()))),
                isAll || document.part().kind() == Part.Kind.DAYS
                        ? tabs(dates, here, isAll && !isOneOfMany, frame)
                        : List.of(),
                choices(document.filter(), whole, language),
                frame.address() + document.address(".ics"),
                document.part().kind() == Part.Kind.ROOMS
                        ? frame.to(new Part(Part.Kind.SIGNS, document.part().id()).path())
                        : "",
                document.part().kind() == Part.Kind.CHOSEN
                        ? QrSymbol.svg(frame.publicUrl() + frame.address() + document.address(""))
                                .orElse("")
                        : "",
                days(shown, document, frame, tracks(whole)));
    }

    /** Whether one looks for talks in it: for all of it, not for a part that was looked for already. */
    public boolean isSearchable() {
        return heading == null || !tabs.isEmpty();
    }

    private static String heading(Document document, Part.Excerpt part, Language language) {
        if (document.part().kind() == Part.Kind.CHOSEN) {
            return MessageBundles.get(Messages.class, Localized.Literal.of(language.tag()))
                    .chosen();
        }
        return document.part().kind() == Part.Kind.DAYS
                ? DateTimeFormatter.ofPattern(language.day(), language.locale())
                        .format(LocalDate.parse(document.part().id()))
                : part.title().orElse(null);
    }

    /** @param together whether all days are on this page, so that a tab leads to a place in it */
    private static List<Tab> tabs(List<LocalDate> dates, String here, boolean together, PageFrame frame) {
        var format = DateTimeFormatter.ofPattern(
                frame.language().shortDay(), frame.language().locale());
        return dates.size() < 2
                ? List.of()
                : dates.stream()
                        .map(date -> new Tab(
                                format.format(date),
                                together ? "#day-" + date : frame.to("days/" + date),
                                here.equals(date.toString())))
                        .toList();
    }

    private static Choices choices(Filter filter, Agenda whole, Language words) {
        return new Choices(
                filter,
                choices(tracks(whole), Part::slug, Function.identity(), filter.track()),
                choices(whole.rooms(), RoomName::slug, RoomName::name, filter.room()),
                choices(values(whole, Agenda.Talk::type), Part::slug, Function.identity(), filter.type()),
                choices(
                        values(whole, Agenda.Talk::language),
                        Function.identity(),
                        tag -> name(tag, words),
                        filter.language()));
    }

    /** What a language is called; people who say no tag have said what it is called. */
    private static String name(String language, Language words) {
        return TextLanguage.of(language)
                .map(known -> Locale.forLanguageTag(known.tag()).getDisplayName(words.locale()))
                .filter(name -> !name.isEmpty())
                .orElse(language);
    }

    private static List<String> values(Agenda agenda, Function<Agenda.Talk, String> what) {
        return agenda.talks().stream()
                .map(what)
                .filter(value -> value != null && !value.isBlank())
                .distinct()
                .sorted()
                .toList();
    }

    private static <T> List<Choice> choices(
            List<T> all, Function<T, String> value, Function<T, String> label, String chosen) {
        return all.stream()
                .map(each -> new Choice(
                        value.apply(each), label.apply(each), value.apply(each).equals(chosen)))
                .toList();
    }

    private static List<String> tracks(Agenda agenda) {
        return values(agenda, Agenda.Talk::track);
    }

    private static List<Day> days(Agenda agenda, Document document, PageFrame frame, List<String> tracks) {
        return agenda.dates().stream()
                .filter(date -> !agenda.on(date).isEmpty())
                .map(date -> new DayPage(agenda.on(date), document, frame, tracks)
                        .day(date, document.words().language()))
                .toList();
    }

    static String when(List<LocalDate> days, Language language) {
        if (days.isEmpty()) {
            return "";
        }
        var format = DateTimeFormatter.ofPattern(language.day(), language.locale());
        var first = days.stream().min(LocalDate::compareTo).orElseThrow();
        var last = days.stream().max(LocalDate::compareTo).orElseThrow();
        return first.equals(last) ? format.format(first) : format.format(first) + " – " + format.format(last);
    }

    static String times(TimeAndPlace place) {
        return time(place.startsAt()) + "–" + time(place.endsAt());
    }

    static String time(OffsetDateTime moment) {
        return TIME.format(moment);
    }

    /** Names keep the direction that they are written in (Unicode Standard Annex 9, isolates). */
    static String isolated(String name) {
        return "\u2068" + name + "\u2069";
    }
}
