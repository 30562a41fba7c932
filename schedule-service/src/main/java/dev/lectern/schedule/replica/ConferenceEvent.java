package dev.lectern.schedule.replica;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.OptBoolean;
import dev.lectern.chassis.events.Announcement;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** The members of {@code dev.lectern.conference.v1} that are read here. */
public record ConferenceEvent(
        UUID id,
        long revision,
        boolean deleted,
        String slug,
        String title,
        String timeZone,
        List<LocalDate> days,
        List<String> organisers,
        @JsonProperty(isRequired = OptBoolean.FALSE) List<String> viewers,
        @JsonProperty(isRequired = OptBoolean.FALSE) Look look,
        Announcement announced,
        @JsonProperty(isRequired = OptBoolean.FALSE) Long revisionsFrom) {

    public ConferenceEvent {
        Objects.requireNonNull(id, "id");
        slug = Objects.requireNonNullElse(slug, "");
        title = Objects.requireNonNullElse(title, slug);
        timeZone = ZoneId.of(Objects.requireNonNullElse(timeZone, "UTC")).getId();
        days = days == null ? List.of() : List.copyOf(days);
        organisers = organisers == null ? List.of() : List.copyOf(organisers);
        viewers = viewers == null ? List.of() : List.copyOf(viewers);
        look = Objects.requireNonNullElse(look, Look.PLAIN);
        revisionsFrom = Objects.requireNonNullElse(revisionsFrom, 0L);
    }
}
