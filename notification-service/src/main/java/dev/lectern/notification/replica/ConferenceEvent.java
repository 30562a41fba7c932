package dev.lectern.notification.replica;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** The members of {@code dev.lectern.conference.v1} that are read here. */
record ConferenceEvent(
        UUID id,
        long revision,
        boolean deleted,
        String slug,
        String title,
        String timeZone,
        List<String> organisers,
        @JsonProperty(isRequired = OptBoolean.FALSE) List<String> viewers,
        @JsonProperty(isRequired = OptBoolean.FALSE) Look look,
        List<LocalDate> days,
        @JsonProperty(isRequired = OptBoolean.FALSE) Long revisionsFrom) {

    /** Of how its agenda looks: the logo is a data URI; null for none. */
    record Look(@JsonProperty(isRequired = OptBoolean.FALSE) String logo) {}

    ConferenceEvent {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(slug, "slug");
        Objects.requireNonNull(timeZone, "timeZone");
        title = Objects.requireNonNullElse(title, slug);
        organisers = organisers == null ? List.of() : List.copyOf(organisers);
        days = days == null ? List.of() : List.copyOf(days);
        viewers = viewers == null ? List.of() : List.copyOf(viewers);
        revisionsFrom = Objects.requireNonNullElse(revisionsFrom, 0L);
    }

    /** A PNG in Base64; null for none. */
    String logo() {
        return look == null || look.logo == null ? null : look.logo.substring(look.logo.indexOf(',') + 1);
    }
}
