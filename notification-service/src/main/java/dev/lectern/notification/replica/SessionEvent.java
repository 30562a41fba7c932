package dev.lectern.notification.replica;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.OptBoolean;
import dev.lectern.chassis.events.Announcement;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** The members of {@code dev.lectern.session.v1} that are read here: an appearance of its chairs, and its place. */
record SessionEvent(
        UUID id,
        long revision,
        boolean deleted,
        UUID conferenceId,
        String title,
        @JsonUnwrapped Place place,
        List<UUID> chairs,
        int sequence,
        Instant changedAt,
        Announcement announced,
        @JsonProperty(isRequired = OptBoolean.FALSE) List<MergedChair> mergedChairs,
        @JsonProperty(isRequired = OptBoolean.FALSE) Integer changedTogether,
        @JsonProperty(isRequired = OptBoolean.FALSE) Long revisionsFrom,
        @JsonProperty(isRequired = OptBoolean.FALSE) Boolean hold) {

    /** By which other ids a chair was known before. */
    record MergedChair(UUID id, List<UUID> mergedIds) {}

    /** The names of chairs come with their own events. */
    private static final String UNNAMED = "";

    SessionEvent {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(conferenceId, "conferenceId");
        Objects.requireNonNull(changedAt, "changedAt");
        chairs = chairs == null ? List.of() : List.copyOf(chairs);
        mergedChairs = mergedChairs == null ? List.of() : List.copyOf(mergedChairs);
        revisionsFrom = Objects.requireNonNullElse(revisionsFrom, 0L);
    }

    /** One that is removed from the schedule goes on as an appearance without a place, and may come back. */
    AppearanceState appearance() {
        return new AppearanceState(
                Appearance.Kind.SESSION,
                id,
                revision,
                revisionsFrom,
                deleted && place.status() == SlotStatus.UNPUBLISHED,
                conferenceId,
                null,
                Description.ofSession(title),
                false,
                chairs.stream()
                        .map(chair -> new Listed(chair, UNNAMED, mergedIds(chair)))
                        .toList(),
                changedAt,
                announced);
    }

    private List<UUID> mergedIds(UUID chair) {
        return mergedChairs.stream()
                .filter(merged -> merged.id().equals(chair))
                .flatMap(merged -> merged.mergedIds().stream())
                .toList();
    }

    SlotEvent slot() {
        return new SlotEvent(
                id,
                revision,
                conferenceId,
                place,
                sequence,
                changedAt,
                announced,
                changedTogether,
                revisionsFrom,
                hold);
    }
}
