package dev.lectern.schedule.slot;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.lectern.schedule.timetable.RoomName;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A room in a request: its slug, or the object that answers have in this place. */
@JsonIgnoreProperties("name")
@Schema(oneOf = {String.class, RoomName.class})
record RoomReference(String slug) {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{1,63}");

    /** What could be no slug, text that the database cannot keep for one, names no room. */
    private static final String NO_ROOM = "";

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    RoomReference(@JsonProperty("slug") String slug) {
        this.slug = slug != null && SLUG.matcher(slug).matches() ? slug : NO_ROOM;
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static RoomReference named(String slug) {
        return new RoomReference(slug);
    }
}
