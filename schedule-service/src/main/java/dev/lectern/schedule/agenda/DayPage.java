package dev.lectern.schedule.agenda;

import dev.lectern.chassis.text.RichText;
import dev.lectern.schedule.agenda.AgendaPage.Day;
import dev.lectern.schedule.agenda.AgendaPage.Item;
import dev.lectern.schedule.agenda.AgendaPage.Time;
import dev.lectern.schedule.replica.Presenter;
import dev.lectern.schedule.replica.PresenterName;
import dev.lectern.schedule.session.SessionView;
import dev.lectern.schedule.timetable.TimeAndPlace;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts the things of one day in their order and places. */
final class DayPage {

    /** So many talks at the same time in the same room are posters, and shown as one thing that opens. */
    private static final int MANY_AT_ONCE = 4;

    private static final int TRACK_COLOURS = 8;

    private final Agenda agenda;
    private final boolean isOfRoom;
    private final PageFrame frame;
    private final List<String> tracks;
    private final Map<TimeAndPlace, List<Agenda.Talk>> talks;
    private final Optional<DayGrid> grid;
    private final Map<Integer, String> banners;

    DayPage(Agenda agenda, Document document, PageFrame frame, List<String> tracks) {
        this.agenda = agenda;
        this.isOfRoom = document.part().isOfRoom();
        this.frame = frame;
        this.tracks = tracks;
        this.talks = agenda.talks().stream()
                .collect(Collectors.groupingBy(Agenda.Talk::place, LinkedHashMap::new, Collectors.toList()));
        this.banners = agenda.sessions().stream()
                .map(Agenda.Block::view)
                .filter(view -> !view.talks().isEmpty())
                .collect(Collectors.toMap(view -> view.talks().get(0), SessionView::title));
        this.grid = Optional.of(document)
                .filter(DayPage::isGrid)
                .map(any -> new DayGrid(starts().first(), agenda.rooms(), laned(), wide()))
                .filter(DayGrid::fits);
    }

    /** What somebody has picked out is a list: it would be lost in a grid. */
    private static boolean isGrid(Document document) {
        return document.part().isWide() && document.filter().isEmpty();
    }

    private SortedSet<OffsetDateTime> starts() {
        return Stream.of(
                        agenda.talks().stream().map(Agenda.Talk::place),
                        agenda.sessions().stream().map(block -> block.view().place()),
                        agenda.breaks().stream().map(pause -> pause.state().place()))
                .flatMap(places -> places)
                .map(TimeAndPlace::startsAt)
                .collect(Collectors.toCollection(() -> new TreeSet<>(Comparator.comparing(OffsetDateTime::toInstant))));
    }

    private List<TimeAndPlace> laned() {
        return talks.values().stream()
                .flatMap(together -> together.stream().limit(isMany(together) ? 1 : together.size()))
                .map(Agenda.Talk::place)
                .toList();
    }

    private List<TimeAndPlace> wide() {
        return Stream.concat(
                        agenda.sessions().stream().map(block -> block.view().place()),
                        agenda.breaks().stream().map(pause -> pause.state().place()))
                .toList();
    }

    private static boolean isMany(List<Agenda.Talk> together) {
        return together.size() > MANY_AT_ONCE;
    }

    Day day(LocalDate date, Language language) {
        return new Day(
                "day-" + date,
                DateTimeFormatter.ofPattern(language.day(), language.locale()).format(date),
                grid.map(DayGrid::classes).orElse(""),
                grid.map(DayGrid::columns).orElse(List.of()),
                starts().stream().map(this::time).toList());
    }

    private Time time(OffsetDateTime start) {
        var pauses = agenda.breaks().stream()
                .filter(pause -> isAt(start, pause.state().place()))
                .map(this::pause);
        var sessions = agenda.sessions().stream()
                .filter(block -> isAt(start, block.view().place()))
                .map(this::session);
        var placed = talks.values().stream()
                .filter(together -> isAt(start, together.get(0).place()))
                .flatMap(together -> isMany(together)
                        ? Stream.of(many(together))
                        : together.stream().map(this::laned));
        return new Time(
                AgendaPage.time(start),
                start.toString(),
                grid.map(all -> all.row(start)).orElse(""),
                Stream.of(pauses, sessions, placed).flatMap(all -> all).toList());
    }

    private static boolean isAt(OffsetDateTime start, TimeAndPlace place) {
        return place.startsAt().isEqual(start);
    }

    private Item pause(Agenda.Pause pause) {
        var state = pause.state();
        var description = Objects.requireNonNullElse(state.description(), "");
        return wide("break", state.id().toString(), "", state.title(), "", RichText.html(description), state.place());
    }

    private Item session(Agenda.Block block) {
        var view = block.view();
        return wide(
                "session",
                "session-" + view.id(),
                frame.to("sessions/" + view.id()),
                view.title(),
                people(view.chairs().stream().map(PresenterName::name).toList()),
                "",
                view.place());
    }

    private String wide(TimeAndPlace place) {
        return grid.map(all -> all.wide(place)).orElse("");
    }

    private String lane(TimeAndPlace place) {
        return grid.map(all -> all.lane(place)).orElse("");
    }

    private Item many(List<Agenda.Talk> together) {
        var place = together.get(0).place();
        return new Item(
                "many",
                "many-" + together.get(0).number(),
                together.size(),
                lane(place),
                "",
                "",
                "",
                "",
                null,
                facts(place, List.of()),
                "",
                "",
                place.startsAt(),
                place.endsAt(),
                together.stream().map(talk -> talk(talk, "")).toList());
    }

    private Item laned(Agenda.Talk talk) {
        return talk(talk, lane(talk.place()));
    }

    private Item talk(Agenda.Talk talk, String cell) {
        var track = talk.track() == null ? -1 : tracks.indexOf(talk.track());
        return new Item(
                "talk",
                "talk-" + talk.number(),
                talk.number(),
                cell,
                cell.isEmpty() ? "" : banners.getOrDefault(talk.number(), ""),
                track < 0 ? "" : "t" + track % TRACK_COLOURS,
                frame.to("talks/" + talk.number()),
                talk.title(),
                TextLanguage.of(talk.language()).orElse(null),
                facts(
                        talk.place(),
                        talk.presenters().stream().map(Presenter::name).toList()),
                "",
                "",
                talk.place().startsAt(),
                talk.place().endsAt(),
                List.of());
    }

    private Item wide(
            String kind,
            String id,
            String address,
            String title,
            String chairs,
            String descriptionHtml,
            TimeAndPlace place) {
        return new Item(
                kind,
                id,
                0,
                wide(place),
                "",
                "",
                address,
                title,
                null,
                facts(place, List.of()),
                chairs,
                descriptionHtml,
                place.startsAt(),
                place.endsAt(),
                List.of());
    }

    private static String people(List<String> names) {
        return names.stream().map(AgendaPage::isolated).collect(Collectors.joining(", "));
    }

    /** Of one room alone it is said once, in the heading. */
    private String facts(TimeAndPlace place, List<String> people) {
        return Stream.of(
                        AgendaPage.times(place),
                        isOfRoom || place.room() == null
                                ? ""
                                : AgendaPage.isolated(place.room().name()),
                        people(people))
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(" · "));
    }
}
