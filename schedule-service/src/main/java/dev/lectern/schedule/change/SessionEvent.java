package dev.lectern.schedule.change;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_EMPTY;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.OptBoolean;
import dev.lectern.chassis.events.Announcement;
import dev.lectern.schedule.replica.Presenters;
import dev.lectern.schedule.timetable.RoomName;
import dev.lectern.schedule.timetable.Session;
import dev.lectern.schedule.timetable.SlotStatus;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;

/** A session's whole public state. {@code events/session.v1.schema.json} is the contract. */
record SessionEvent(
        UUID id,
        long revision,
        boolean deleted,
        UUID conferenceId,
        String title,
        SlotStatus status,
        RoomName room,
        OffsetDateTime startsAt,
        OffsetDateTime endsAt,
        String timeZone,
        List<UUID> chairs,
        int sequence,
        Instant changedAt,
        Announcement announced,

        @JsonProperty(isRequired = OptBoolean.FALSE) @JsonInclude(NON_EMPTY)
        List<MergedChair> mergedChairs) {

    /** By which other ids a chair was known before. */
    record MergedChair(UUID id, List<UUID> mergedIds) {}

    static final String TOPIC = "lectern.schedule.session.v1";
    static final String TYPE = "dev.lectern.session.v1";

    /** The event of what was emitted last. */
    static SessionEvent of(Session session) {
        var news = session.told().orElseThrow();
        var status = news.place().status();
        return of(session, status == SlotStatus.UNSCHEDULED, news.title(), status, news.chairs());
    }

    /** The last one of a session that goes with its conference: nothing is left in it of what people wrote. */
    static SessionEvent ofErased(Session session) {
        return of(session, true, "", SlotStatus.UNPUBLISHED, List.of());
    }

    private static SessionEvent of(
            Session session, boolean deleted, String title, SlotStatus status, List<UUID> chairs) {
        var place = session.told().orElseThrow().place();
        return new SessionEvent(
                session.id(),
                session.revision(),
                deleted,
                session.conferenceId(),
                title,
                status,
                place.room(),
                place.startsAt(),
                place.endsAt(),
                place.timeZone(),
                chairs,
                session.sequence(),
                session.changedAt(),
                session.announced(),
                merged(chairs));
    }

    private static List<MergedChair> merged(List<UUID> chairs) {
        var merged = Presenters.mergedInto(chairs);
        return chairs.stream()
                .filter(merged::containsKey)
                .map(chair -> new MergedChair(chair, merged.get(chair)))
                .toList();
    }
}
