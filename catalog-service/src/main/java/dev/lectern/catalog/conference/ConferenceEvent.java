package dev.lectern.catalog.conference;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.OptBoolean;
import dev.lectern.chassis.events.Announcement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The state of a conference on its topic; the contract is in {@code events/conference.v1.schema.json}. Its first
 * records had no viewers and no look.
 */
public record ConferenceEvent(
        UUID id,
        long revision,
        boolean deleted,
        String slug,
        String title,
        String timeZone,
        List<LocalDate> days,
        List<String> organisers,

        @JsonProperty(isRequired = OptBoolean.FALSE) @JsonInclude(Include.NON_NULL)
        List<String> viewers,

        @JsonProperty(isRequired = OptBoolean.FALSE) @JsonInclude(Include.NON_NULL)
        Look look,

        Instant changedAt,
        Announcement announced) {

    public static final String TOPIC = "lectern.catalog.conference.v1";
    public static final String TYPE = "dev.lectern.conference.v1";

    public static ConferenceEvent of(Conference conference) {
        return new ConferenceEvent(
                conference.id(),
                conference.revision(),
                conference.isDeleted(),
                conference.slug(),
                conference.title(),
                conference.timeZone(),
                conference.days(),
                conference.members().editors(),
                conference.members().readers(),
                conference.look(),
                conference.changedAt(),
                conference.announced());
    }
}
