package dev.lectern.schedule.change;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_EMPTY;
import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.OptBoolean;
import dev.lectern.chassis.events.Announcement;
import dev.lectern.schedule.replica.Presenters;
import dev.lectern.schedule.timetable.Session;
import dev.lectern.schedule.timetable.SessionNews;
import dev.lectern.schedule.timetable.SlotState;
import dev.lectern.schedule.timetable.SlotStatus;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A session's whole public state. {@code events/session.v1.schema.json} is the contract. */
record SessionEvent(
        UUID id,
        long revision,
        boolean deleted,
        UUID conferenceId,
        String title,
        @JsonUnwrapped SlotState state,
        List<UUID> chairs,
        int sequence,
        Instant changedAt,
        Announcement announced,

        @JsonProperty(isRequired = OptBoolean.FALSE) @JsonInclude(NON_EMPTY)
        List<MergedChair> mergedChairs,

        @JsonProperty(isRequired = OptBoolean.FALSE) @JsonInclude(NON_NULL)
        Integer changedTogether,

        @JsonProperty(isRequired = OptBoolean.FALSE) @JsonInclude(NON_NULL)
        Boolean hold) {

    /** By which other ids a chair was known before. */
    record MergedChair(UUID id, List<UUID> mergedIds) {}

    static final String TOPIC = "lectern.schedule.session.v1";
    static final String TYPE = "dev.lectern.session.v1";

    /**
     * The event of what was emitted last.
     *
     * @param changedTogether null for one alone
     * @param hold whether the mails about it wait for somebody to look at them first
     */
    static SessionEvent of(Session session, Integer changedTogether, boolean hold) {
        var news = session.told().orElseThrow();
        return of(session, news.place().status() == SlotStatus.UNSCHEDULED, news, changedTogether, hold);
    }

    /** The last one of a session that goes with its conference: nothing is left in it of what people wrote. */
    static SessionEvent ofErased(Session session) {
        var place = session.told().orElseThrow().place();
        var unpublished = new SlotState(SlotStatus.UNPUBLISHED, place.place(), place.timeZone());
        return of(session, true, new SessionNews("", List.of(), unpublished), null, false);
    }

    private static SessionEvent of(
            Session session, boolean deleted, SessionNews news, Integer changedTogether, boolean hold) {
        return new SessionEvent(
                session.id(),
                session.revision(),
                deleted,
                session.conferenceId(),
                news.title(),
                news.place(),
                news.chairs(),
                session.sequence(),
                session.changedAt(),
                session.announced(),
                merged(news.chairs()),
                changedTogether,
                hold ? true : null);
    }

    private static List<MergedChair> merged(List<UUID> chairs) {
        var merged = Presenters.mergedInto(chairs);
        return chairs.stream()
                .filter(merged::containsKey)
                .map(chair -> new MergedChair(chair, merged.get(chair)))
                .toList();
    }
}
