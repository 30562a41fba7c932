package dev.lectern.schedule.agenda;

import dev.lectern.chassis.text.PlainText;
import dev.lectern.schedule.replica.Presenter;
import dev.lectern.schedule.replica.PresenterName;
import dev.lectern.schedule.timetable.RoomName;
import dev.lectern.schedule.timetable.TimeAndPlace;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A part of an agenda that somebody may want alone.
 *
 * @param id of a day its date, of a room and a track the slug, of a talk the number, of a presenter and a session the
 * id, or nothing for all presenters; of chosen talks their numbers with commas between; of changes the version
 */
record Part(Kind kind, String id) {

    static final Part ALL = new Part(Kind.ALL, "");

    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}\\s&,.:;/()'’–-]*");

    enum Kind {
        ALL,
        CHOSEN,
        DAYS,
        ROOMS,
        TRACKS,
        PRESENTERS,
        TALKS,
        SESSIONS,
        /** The sign at a room's door. */
        SIGNS,
        /** What is different since a version. */
        CHANGES;

        /** The kind that a path names, {@code rooms}. */
        static Optional<Kind> named(String path) {
            return Stream.of(DAYS, ROOMS, TRACKS, PRESENTERS, TALKS, SESSIONS)
                    .filter(kind -> kind.path().equals(path))
                    .findFirst();
        }

        private String path() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * An agenda with this part of another one.
     *
     * @param title what the part is called; empty for all of the agenda
     * @param related of one talk the others of its presenters
     */
    record Excerpt(Optional<String> title, Agenda agenda, List<Agenda.Talk> related) {

        static Excerpt all(Agenda agenda) {
            return new Excerpt(Optional.empty(), agenda, List.of());
        }

        /** Whether it is the same as in another edition, of which it says nothing itself. */
        boolean looksLike(Excerpt other) {
            return title.equals(other.title)
                    && agenda.conference().equals(other.agenda.conference())
                    && agenda.rooms().equals(other.agenda.rooms())
                    && agenda.breaks().equals(other.agenda.breaks())
                    && agenda.sessions().equals(other.agenda.sessions())
                    && agenda.talks().equals(other.agenda.talks())
                    && agenda.cancelled().equals(other.agenda.cancelled())
                    && related.equals(other.related);
        }
    }

    /** All that has a page. */
    static Stream<Part> pages(Agenda agenda) {
        return Stream.of(
                        Stream.of(ALL, new Part(Kind.PRESENTERS, "")),
                        of(Kind.DAYS, agenda.dates().stream().map(LocalDate::toString)),
                        of(Kind.ROOMS, agenda.rooms().stream().map(RoomName::slug)),
                        of(
                                Kind.TRACKS,
                                agenda.talks().stream()
                                        .map(talk -> slug(talk.track()))
                                        .filter(slug -> !slug.isEmpty())),
                        of(
                                Kind.PRESENTERS,
                                agenda.talks().stream()
                                        .flatMap(talk -> talk.presenters().stream())
                                        .map(presenter -> presenter.id().toString())),
                        of(Kind.TALKS, agenda.talks().stream().map(talk -> Integer.toString(talk.number()))),
                        of(
                                Kind.SESSIONS,
                                agenda.sessions().stream()
                                        .map(session -> session.view().id().toString())))
                .flatMap(parts -> parts);
    }

    private static Stream<Part> of(Kind kind, Stream<String> ids) {
        return ids.distinct().map(id -> new Part(kind, id));
    }

    /** Where it is below the agenda's address, {@code rooms/red}; empty for all of it and for chosen talks. */
    String path() {
        return switch (kind) {
            case ALL, CHOSEN -> "";
            case CHANGES -> kind.path();
            case SIGNS -> new Part(Kind.ROOMS, id).path() + "/sign";
            default -> kind.path() + (id.isEmpty() ? "" : "/" + id);
        };
    }

    /** What its address has as a query, {@code talks=3,7}; empty where it has a path. */
    String query() {
        return switch (kind) {
            case CHOSEN -> "talks=" + id;
            case CHANGES -> "since=" + id;
            default -> "";
        };
    }

    /** Whether much of the agenda is in it, so that it changes with most changes and many read it. */
    boolean isWide() {
        return id.isEmpty() || kind == Kind.DAYS;
    }

    /** Whether all of it is in one room, or in all rooms. */
    boolean isOfRoom() {
        return kind == Kind.ROOMS || kind == Kind.SIGNS;
    }

    /** Empty where the agenda has no such part. */
    Optional<Excerpt> of(Agenda agenda) {
        return switch (kind) {
            case ALL, CHANGES -> Optional.of(Excerpt.all(agenda));
            case CHOSEN -> chosen(agenda);
            case DAYS -> day(agenda);
            case ROOMS, SIGNS -> room(agenda);
            case TRACKS -> track(agenda);
            case PRESENTERS -> id.isEmpty() ? Optional.of(Excerpt.all(agenda)) : presenter(agenda);
            case TALKS -> talk(agenda);
            case SESSIONS -> session(agenda);
        };
    }

    /**
     * How a track or a type is named in addresses: {@code bells-whistles}. Where more than punctuation is left out, as
     * in {@code C++} and {@code C#}, a checksum tells them apart. Nothing for null.
     */
    static String slug(String name) {
        var bare = PlainText.bare(name);
        var words = NO_LETTER.matcher(bare).replaceAll("-").replaceAll("^-|-$", "");
        return bare.isEmpty() || (!words.isEmpty() && PLAIN.matcher(bare).matches())
                ? words
                : words + "-" + Integer.toHexString(bare.hashCode());
    }

    /** Those that are not there, or not any more, are left out: who has starred a talk keeps the address. */
    private Optional<Excerpt> chosen(Agenda agenda) {
        var numbers = Set.of(id.split(","));
        return Optional.of(excerpt(
                "Chosen talks",
                agenda,
                talk -> numbers.contains("" + talk.number()),
                session -> false,
                pause -> false,
                gone -> numbers.contains("" + gone.number())));
    }

    private Optional<Excerpt> day(Agenda agenda) {
        return agenda.dates().stream()
                .filter(date -> date.toString().equals(id))
                .findFirst()
                .map(date -> new Excerpt(Optional.of(id), agenda.on(date), List.of()));
    }

    private Optional<Excerpt> room(Agenda agenda) {
        return agenda.rooms().stream()
                .filter(room -> room.slug().equals(id))
                .findFirst()
                .map(room -> excerpt(room.name(), agenda, place -> isIn(room, place)));
    }

    private static boolean isIn(RoomName room, TimeAndPlace place) {
        return place.room() == null || place.room().slug().equals(room.slug());
    }

    private Optional<Excerpt> track(Agenda agenda) {
        Predicate<Agenda.Talk> meant =
                talk -> talk.track() != null && slug(talk.track()).equals(id);
        return agenda.talks().stream()
                .filter(meant)
                .findFirst()
                .map(talk -> excerpt(talk.track(), agenda, meant, session -> false, pause -> false, gone -> false));
    }

    private Optional<Excerpt> presenter(Agenda agenda) {
        Predicate<Agenda.Talk> presented =
                talk -> talk.presenters().stream().map(Presenter::id).anyMatch(this::isMeant);
        Predicate<Agenda.Block> chaired = session ->
                session.view().chairs().stream().map(PresenterName::id).anyMatch(this::isMeant);
        return Stream.concat(
                        agenda.talks().stream()
                                .flatMap(talk -> talk.presenters().stream())
                                .filter(presenter -> isMeant(presenter.id()))
                                .map(Presenter::name),
                        agenda.sessions().stream()
                                .flatMap(session -> session.view().chairs().stream())
                                .filter(chair -> isMeant(chair.id()))
                                .map(PresenterName::name))
                .findFirst()
                .map(name -> excerpt(
                        name,
                        agenda,
                        presented,
                        chaired,
                        pause -> false,
                        gone -> gone.people().stream().anyMatch(this::isMeant)));
    }

    private boolean isMeant(UUID other) {
        return other.toString().equals(id);
    }

    private Optional<Excerpt> talk(Agenda agenda) {
        return agenda.talks().stream()
                .filter(talk -> Integer.toString(talk.number()).equals(id))
                .findFirst()
                .map(talk -> new Excerpt(
                        Optional.of(talk.title()),
                        agenda.with(talk::equals, session -> false, pause -> false),
                        agenda.talks().stream()
                                .filter(other -> other.number() != talk.number() && sharePresenters(talk, other))
                                .toList()));
    }

    private static boolean sharePresenters(Agenda.Talk one, Agenda.Talk other) {
        return one.presenters().stream()
                .map(Presenter::id)
                .anyMatch(id -> other.presenters().stream().map(Presenter::id).anyMatch(id::equals));
    }

    private Optional<Excerpt> session(Agenda agenda) {
        Predicate<Agenda.Block> meant = session -> isMeant(session.view().id());
        return agenda.sessions().stream()
                .filter(meant)
                .findFirst()
                .map(session -> excerpt(
                        session.view().title(),
                        agenda,
                        talk -> talk.session() != null && isMeant(talk.session().id()),
                        meant,
                        pause -> false,
                        gone -> false));
    }

    /** What calendars are told of a talk or a session that is on the agenda no more; of anything else nothing. */
    Optional<Excerpt> cancelledIn(Agenda agenda) {
        Predicate<Agenda.Cancelled> meant = gone ->
                kind == Kind.TALKS ? id.equals("" + gone.number()) : kind == Kind.SESSIONS && isMeant(gone.id());
        return agenda.cancelled().stream()
                .filter(meant)
                .findFirst()
                .map(gone -> excerpt(gone.summary(), agenda, talk -> false, session -> false, pause -> false, meant));
    }

    private static Excerpt excerpt(String title, Agenda agenda, Predicate<TimeAndPlace> there) {
        return excerpt(
                title,
                agenda,
                talk -> there.test(talk.place()),
                session -> there.test(session.view().place()),
                pause -> there.test(pause.state().place()),
                gone -> there.test(gone.place()));
    }

    private static Excerpt excerpt(
            String title,
            Agenda agenda,
            Predicate<Agenda.Talk> talks,
            Predicate<Agenda.Block> sessions,
            Predicate<Agenda.Pause> breaks,
            Predicate<Agenda.Cancelled> cancelled) {
        var part = agenda.with(talks, sessions, breaks).without(agenda.cancelled(), cancelled);
        return new Excerpt(Optional.of(title), part, List.of());
    }

    /** Chosen talks, each once and by number, so that the same choice is the same part. Empty where it is no list. */
    static Optional<Part> chosen(String numbers, int most) {
        var split = numbers.split(",", -1);
        return split.length <= most && Arrays.stream(split).allMatch(each -> each.matches("[0-9]{1,9}"))
                ? Optional.of(new Part(
                        Kind.CHOSEN,
                        String.join(
                                ",",
                                Arrays.stream(split)
                                        .map(Integer::valueOf)
                                        .sorted()
                                        .distinct()
                                        .map(Object::toString)
                                        .toList())))
                : Optional.empty();
    }
}
