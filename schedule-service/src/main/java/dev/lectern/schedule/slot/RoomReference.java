package dev.lectern.schedule.slot;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.lectern.schedule.timetable.RoomName;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A room in a request: its slug, or the object that answers have in this place. */
@JsonIgnoreProperties("name")
@Schema(oneOf = {String.class, RoomName.class})
record RoomReference(@NotNull String slug) {

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    RoomReference(@JsonProperty("slug") String slug) {
        this.slug = slug;
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static RoomReference named(String slug) {
        return new RoomReference(slug);
    }
}
