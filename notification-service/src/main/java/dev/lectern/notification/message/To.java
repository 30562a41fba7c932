package dev.lectern.notification.message;

import dev.lectern.chassis.problem.Fault;
import dev.lectern.chassis.problem.Refused;
import dev.lectern.notification.briefing.Answer;
import dev.lectern.notification.briefing.Audience.Part;
import dev.lectern.notification.briefing.BriefingState;
import dev.lectern.notification.notice.Facts;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Whom a message is for: all presenters, or whoever is in a talk or session to which each of the members applies that
 * are there; of one member, one element is enough. Rooms, days, sessions, tracks and types are those of what is on the
 * schedule now.
 *
 * @param rooms by their slugs
 * @param sessions whoever chairs these, and whoever presents in them
 * @param days as the clocks of the conference have them
 */
@Schema(name = "MessageTo")
record To(
        Boolean all,
        @Size(max = MOST) List<@NotNull String> rooms,
        @Size(max = MOST) List<@NotNull String> tracks,
        @Size(max = MOST) List<@NotNull String> types,
        @Size(max = MOST) List<@NotNull UUID> sessions,
        @Size(max = MOST) List<@NotNull LocalDate> days,
        @Size(max = MOST) List<@NotNull BriefingState> states,
        @Size(max = MOST) List<@NotNull Wish> answers,
        @Size(max = MOST) List<@NotNull UUID> presenters) {

    static final int MOST = 1_000;

    /** What presenters said of what they were told last; NONE: they were told, and have said nothing of it. */
    @Schema(name = "MessageAnswer")
    enum Wish {
        SEEN,
        DECLINED,
        NONE
    }

    /** @return this, when it makes sense */
    To checked() {
        var isNarrowed = members().anyMatch(Objects::nonNull);
        if (Boolean.TRUE.equals(all) == isNarrowed) {
            throw Refused.invalid(Fault.at(
                    "/to",
                    "Either all, or one or more of rooms, tracks, types, sessions, days, states, answers, presenters"));
        }
        if (members().filter(Objects::nonNull).anyMatch(Collection::isEmpty)) {
            throw Refused.invalid(Fault.at("/to", "An empty list is for nobody"));
        }
        return this;
    }

    private Stream<Collection<?>> members() {
        return Stream.of(rooms, tracks, types, sessions, days, states, answers, presenters);
    }

    /** @param whole all parts of the conference */
    Predicate<Part> among(List<Part> whole) {
        var chosen = whole.stream()
                .filter(part ->
                        sessions != null && sessions.contains(part.appearance().id()) && part.placed() != null)
                .map(Part::placed)
                .distinct()
                .toList();
        return part -> places(part.placed(), chosen)
                && (tracks == null
                        || (part.placed() != null
                                && tracks.contains(part.placed().track())))
                && (types == null
                        || (part.placed() != null
                                && types.contains(part.placed().type())))
                && (states == null || states.contains(part.state()))
                && (answers == null || answers.contains(answer(part)))
                && (presenters == null || presenters.contains(part.presenter().id()));
    }

    private boolean places(Facts placed, List<Facts> chosen) {
        if (placed == null) {
            return rooms == null && days == null && sessions == null;
        }
        return (rooms == null || rooms.contains(placed.roomSlug()))
                && (days == null || days.contains(placed.startsAt().toLocalDate()))
                && (sessions == null || chosen.stream().anyMatch(session -> isWithin(placed, session)));
    }

    /** A session has its room to itself. */
    private static boolean isWithin(Facts placed, Facts session) {
        return Objects.equals(placed.roomSlug(), session.roomSlug())
                && !placed.startsAt().isBefore(session.startsAt())
                && !placed.endsAt().isAfter(session.endsAt());
    }

    private static Wish answer(Part part) {
        if (part.answer() != null) {
            return part.answer() == Answer.Kind.SEEN ? Wish.SEEN : Wish.DECLINED;
        }
        return part.told() ? Wish.NONE : null;
    }
}
