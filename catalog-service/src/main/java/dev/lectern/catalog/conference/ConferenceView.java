package dev.lectern.catalog.conference;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A conference as callers see it. */
record ConferenceView(
        UUID id,
        String slug,
        String title,
        String timeZone,
        List<LocalDate> days,
        List<String> organisers,
        List<String> viewers,
        Look look,
        String state,
        long revision) {

    static ConferenceView of(Conference conference) {
        return new ConferenceView(
                conference.id(),
                conference.slug(),
                conference.title(),
                conference.timeZone(),
                conference.days(),
                conference.members().editors(),
                conference.members().readers(),
                conference.look(),
                conference.isDeleted() ? "DELETED" : "ACTIVE",
                conference.revision());
    }
}
