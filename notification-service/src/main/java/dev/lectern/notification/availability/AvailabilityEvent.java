package dev.lectern.notification.availability;

import java.util.List;
import java.util.UUID;

/**
 * What a presenter said of when they can come; the contract is in {@code events/availability.v1.schema.json}.
 *
 * @param timeZone of the ranges' clock, an IANA name
 * @param deleted with its conference or presenter, or since its presenter is another one now
 */
record AvailabilityEvent(
        UUID presenterId, UUID conferenceId, long revision, boolean deleted, String timeZone, List<LocalRange> ranges) {

    static final String TOPIC = "lectern.notification.availability.v1";
    static final String TYPE = "dev.lectern.availability.v1";

    static AvailabilityEvent of(Availability said, String timeZone) {
        return new AvailabilityEvent(
                said.presenterId(), said.conferenceId(), said.revision(), false, timeZone, said.ranges());
    }

    static AvailabilityEvent ofDeleted(Availability said, String timeZone) {
        return new AvailabilityEvent(
                said.presenterId(), said.conferenceId(), said.revision() + 1, true, timeZone, List.of());
    }
}
