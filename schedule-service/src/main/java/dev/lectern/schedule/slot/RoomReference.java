package dev.lectern.schedule.slot;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.lectern.schedule.timetable.RoomName;
import jakarta.validation.constraints.NotNull;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A room in a request: its slug, or the object that answers have in this place. */
@JsonIgnoreProperties("name")
@Schema(oneOf = {String.class, RoomName.class})
record RoomReference(@NotNull String slug) {

    private static final Pattern SLUG = Pattern.compile("[a-z0-9-]{1,63}");

    /**
     * What can be no slug may be no text either that the database could be asked for: a text alone is not checked for
     * that.
     */
    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    RoomReference(@JsonProperty("slug") String slug) {
        if (slug != null && !SLUG.matcher(slug).matches()) {
            throw new IllegalArgumentException(
                    "A room is named by its slug: lower-case letters, digits and hyphens, such as \"tower\"");
        }
        this.slug = slug;
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static RoomReference named(String slug) {
        return new RoomReference(slug);
    }
}
