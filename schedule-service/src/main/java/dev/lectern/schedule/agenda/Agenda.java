package dev.lectern.schedule.agenda;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.lectern.schedule.replica.Author;
import dev.lectern.schedule.replica.Link;
import dev.lectern.schedule.replica.Presenter;
import dev.lectern.schedule.session.SessionView;
import dev.lectern.schedule.timetable.BreakState;
import dev.lectern.schedule.timetable.RoomName;
import dev.lectern.schedule.timetable.SessionName;
import dev.lectern.schedule.timetable.TimeAndPlace;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A published agenda: rooms as created; breaks and sessions by start; talks by start, then room, then number. Its
 * revision rises whenever it looks different. What has left it lately, only calendars say.
 */
record Agenda(
        Conference conference,
        long version,
        long revision,
        List<RoomName> rooms,
        List<Pause> breaks,
        List<Block> sessions,
        List<Talk> talks,
        @JsonIgnore Instant changedAt,
        @JsonIgnore List<Cancelled> cancelled) {

    /** One that nothing has left. */
    Agenda(
            Conference conference,
            long version,
            long revision,
            List<RoomName> rooms,
            List<Pause> breaks,
            List<Block> sessions,
            List<Talk> talks,
            Instant changedAt) {
        this(conference, version, revision, rooms, breaks, sessions, talks, changedAt, List.of());
    }

    @Schema(name = "AgendaConference")
    record Conference(
            @JsonIgnore UUID id,
            String slug,
            String title,
            String timeZone,
            List<LocalDate> days,

            @JsonInclude(NON_NULL) String accent,

            @JsonInclude(NON_NULL) String welcome,
            @JsonIgnore String logo) {

        private static final String BASE64 = ";base64,";

        /** The logo as a PNG; empty for none. */
        @JsonIgnore
        Optional<byte[]> image() {
            return Optional.ofNullable(logo)
                    .map(uri -> Base64.getDecoder().decode(uri.substring(uri.indexOf(BASE64) + BASE64.length())));
        }

        /** Whether only those see it who have the address. */
        @JsonIgnore
        boolean isPreview() {
            return PreviewAddress.isOne(slug);
        }
    }

    /** Which state it is: a slug may come to belong to another conference. */
    record Edition(UUID conference, long revision) {}

    Edition edition() {
        return new Edition(conference.id(), revision);
    }

    /** What begins on a day. */
    Agenda on(LocalDate date) {
        Predicate<TimeAndPlace> then = place -> place.startsAt().toLocalDate().equals(date);
        return with(
                        talk -> then.test(talk.place()),
                        session -> then.test(session.view().place()),
                        pause -> then.test(pause.state().place()))
                .without(cancelled, gone -> then.test(gone.place()));
    }

    /** The same, where of these those are said to be there no more that are meant. */
    Agenda without(List<Cancelled> gone, Predicate<Cancelled> meant) {
        return new Agenda(
                conference,
                version,
                revision,
                rooms,
                breaks,
                sessions,
                talks,
                changedAt,
                gone.stream().filter(meant).toList());
    }

    /** The days of the conference, and those on which something else begins. */
    List<LocalDate> dates() {
        var places = Stream.of(
                        talks.stream().map(Talk::place),
                        sessions.stream().map(session -> session.view().place()),
                        breaks.stream().map(pause -> pause.state().place()))
                .flatMap(all -> all)
                .map(place -> place.startsAt().toLocalDate());
        return Stream.concat(conference.days().stream(), places)
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether nothing is placed. */
    @JsonIgnore
    boolean isEmpty() {
        return talks.isEmpty() && sessions.isEmpty() && breaks.isEmpty();
    }

    /** The same with some of its contents, and with nothing that is there no more. */
    Agenda with(Predicate<Talk> someTalks, Predicate<Block> someSessions, Predicate<Pause> someBreaks) {
        return new Agenda(
                conference,
                version,
                revision,
                rooms,
                breaks.stream().filter(someBreaks).toList(),
                sessions.stream().filter(someSessions).toList(),
                talks.stream().filter(someTalks).toList(),
                changedAt);
    }

    /** The same, with the very talks of an earlier one where they are equal: what is known of those is found at once. */
    Agenda sharing(Agenda earlier) {
        var before = earlier.talks.stream().collect(Collectors.toMap(Talk::id, Function.identity()));
        return new Agenda(
                conference,
                version,
                revision,
                rooms,
                breaks,
                sessions,
                talks.stream()
                        .map(talk -> talk.equals(before.get(talk.id())) ? before.get(talk.id()) : talk)
                        .toList(),
                changedAt,
                cancelled);
    }

    /** A break. Without a room it is in all of them. */
    @Schema(name = "AgendaBreak")
    record Pause(
            @JsonUnwrapped BreakState state, @JsonIgnore Stamp stamp) {}

    /** A session, with what calendars need to know of it. */
    @Schema(name = "AgendaSession")
    record Block(
            @JsonUnwrapped SessionView view, @JsonIgnore Stamp stamp) {}

    /**
     * What was on the agenda and is there no more, as calendars have to hear.
     *
     * @param number of a talk; null of a session or a break
     * @param title null where nothing is to be said of it any more
     * @param place the last one
     * @param people who presents or chairs it, as far as that is to be said
     */
    record Cancelled(UUID id, Integer number, String title, TimeAndPlace place, List<UUID> people, Stamp stamp) {

        /** What is said of it at most. */
        String summary() {
            return title == null ? "Cancelled" : title;
        }
    }

    /** What calendars tell it by from others and from before: how often it was moved, and when it last changed. */
    record Stamp(
            String uid,
            @JsonIgnore int sequence,
            @JsonIgnore Instant changedAt) {

        static Stamp of(UUID id, int sequence, Instant changedAt) {
            return new Stamp(id + "@lectern", sequence, changedAt);
        }
    }

    @Schema(name = "AgendaTalk")
    record Talk(
            UUID id,
            int number,
            String title,
            @JsonProperty("abstract") String abstractText,
            String type,
            String track,
            String language,
            @JsonUnwrapped TimeAndPlace place,
            int durationMinutes,
            String timeZone,
            SessionName session,
            List<Presenter> presenters,
            List<Author> authors,
            List<Link> links,
            @JsonUnwrapped Stamp stamp) {}
}
