package dev.lectern.schedule.agenda;

import dev.lectern.chassis.text.PlainText;
import dev.lectern.schedule.replica.Presenter;
import dev.lectern.schedule.replica.PresenterName;
import dev.lectern.schedule.timetable.RoomName;
import dev.lectern.schedule.timetable.TimeAndPlace;
import java.util.Arrays;
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
 * id; of chosen talks their numbers with commas between
 */
record Part(Kind kind, String id) {

    static final Part ALL = new Part(Kind.ALL, "");

    private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");

    enum Kind {
        ALL,
        CHOSEN,
        DAYS,
        ROOMS,
        TRACKS,
        PRESENTERS,
        TALKS,
        SESSIONS;

        /** The kind that a path names, {@code rooms}. */
        static Kind named(String path) {
            return valueOf(path.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * An agenda with this part of another one.
     *
     * @param title what the part is called; empty for all of the agenda
     */
    record Excerpt(Optional<String> title, Agenda agenda) {

        /** Whether it is the same as in another edition, of which it says nothing itself. */
        boolean looksLike(Excerpt other) {
            return title.equals(other.title)
                    && agenda.conference().equals(other.agenda.conference())
                    && agenda.rooms().equals(other.agenda.rooms())
                    && agenda.breaks().equals(other.agenda.breaks())
                    && agenda.sessions().equals(other.agenda.sessions())
                    && agenda.talks().equals(other.agenda.talks());
        }
    }

    /** Whether much of the agenda is in it, so that it changes with most changes and many read it. */
    boolean isWide() {
        return kind == Kind.ALL || kind == Kind.DAYS;
    }

    /** Empty where the agenda has no such part. */
    Optional<Excerpt> of(Agenda agenda) {
        return switch (kind) {
            case ALL -> Optional.of(new Excerpt(Optional.empty(), agenda));
            case CHOSEN -> chosen(agenda);
            case DAYS -> day(agenda);
            case ROOMS -> room(agenda);
            case TRACKS -> track(agenda);
            case PRESENTERS -> presenter(agenda);
            case TALKS -> talk(agenda);
            case SESSIONS -> session(agenda);
        };
    }

    /** How a track is named in addresses: {@code bells-whistles}. */
    static String slug(String track) {
        var words = NO_LETTER.matcher(PlainText.bare(track)).replaceAll("-");
        return words.replaceAll("^-|-$", "");
    }

    /** Those that are not there, or not any more, are left out: who has starred a talk keeps the address. */
    private Optional<Excerpt> chosen(Agenda agenda) {
        var numbers = Set.of(id.split(","));
        return Optional.of(excerpt(
                "Chosen talks",
                agenda,
                talk -> numbers.contains("" + talk.number()),
                session -> false,
                pause -> false));
    }

    private Optional<Excerpt> day(Agenda agenda) {
        Predicate<TimeAndPlace> within =
                place -> place.startsAt().toLocalDate().toString().equals(id);
        return Stream.concat(
                                agenda.conference().days().stream().map(Object::toString),
                                agenda.talks().stream()
                                        .map(talk -> talk.place()
                                                .startsAt()
                                                .toLocalDate()
                                                .toString()))
                        .anyMatch(id::equals)
                ? Optional.of(excerpt(id, agenda, within))
                : Optional.empty();
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
                .map(talk -> excerpt(talk.track(), agenda, meant, session -> false, pause -> false));
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
                .map(name -> excerpt(name, agenda, presented, chaired, pause -> false));
    }

    private boolean isMeant(UUID other) {
        return other.toString().equals(id);
    }

    private Optional<Excerpt> talk(Agenda agenda) {
        Predicate<Agenda.Talk> meant = talk -> Integer.toString(talk.number()).equals(id);
        return agenda.talks().stream()
                .filter(meant)
                .findFirst()
                .map(talk -> excerpt(talk.title(), agenda, meant, session -> false, pause -> false));
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
                        pause -> false));
    }

    private static Excerpt excerpt(String title, Agenda agenda, Predicate<TimeAndPlace> there) {
        return excerpt(
                title,
                agenda,
                talk -> there.test(talk.place()),
                session -> there.test(session.view().place()),
                pause -> there.test(pause.state().place()));
    }

    private static Excerpt excerpt(
            String title,
            Agenda agenda,
            Predicate<Agenda.Talk> talks,
            Predicate<Agenda.Block> sessions,
            Predicate<Agenda.Pause> breaks) {
        return new Excerpt(
                Optional.of(title),
                new Agenda(
                        agenda.conference(),
                        agenda.version(),
                        agenda.revision(),
                        agenda.rooms(),
                        agenda.breaks().stream().filter(breaks).toList(),
                        agenda.sessions().stream().filter(sessions).toList(),
                        agenda.talks().stream().filter(talks).toList(),
                        agenda.changedAt()));
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
