package dev.lectern.formats;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** The zone of a file's local times: one that is known, one that is not, or none, and then the times stay local. */
record FileZone(String name, ZoneId zone) {

    static final String UNKNOWN = "not a time zone that is known";

    private static final DateTimeFormatter WITH_OFFSET = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");

    /** As any file may call it; null for none. */
    static FileZone named(String name) {
        return new FileZone(name, name == null ? null : ZoneName.zone(name));
    }

    boolean isUnknown() {
        return name != null && zone == null;
    }

    /** Its IANA id; null where there is none, as for a mere offset. */
    String id() {
        return zone == null || zone instanceof ZoneOffset ? null : zone.getId();
    }

    /**
     * A local time with its offset here, as RFC 5545 (3.3.5) has it: of a time that the clocks show twice the first
     * one, and for a time that they skip the offset before that.
     *
     * @throws DateTimeException if it is no local time
     */
    String at(String local) {
        return LocalDateTime.parse(local).atZone(zone).format(WITH_OFFSET);
    }

    /** An event where it is; nowhere, if its time is a local one of a zone that nobody knows. */
    FrabEvent place(FrabEvent event) {
        var placement = event.placement();
        if (name == null || placement.startsAt() == null || When.hasOffset(placement.startsAt())) {
            return event;
        }
        return isUnknown()
                ? event.at(new Placement(placement.room(), null), List.of(remark()))
                : event.at(new Placement(placement.room(), at(placement.startsAt())), List.of());
    }

    String remark() {
        return "taken, but not placed: its time is in the zone " + name + ", which is not known";
    }
}
