package dev.lectern.schedule.replica;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A presenter in a request: the id, or else the name, as answers show it, that only one presenter of the conference
 * has. It is a text, or the object that answers have in this place.
 */
@Schema(oneOf = {String.class, PresenterName.class})
public record PresenterReference(UUID id, String name) {

    private static final int LONGEST = 500;
    private static final Pattern UUID_TEXT = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    public PresenterReference(@JsonProperty("id") UUID id, @JsonProperty("name") String name) {
        if (id == null && name == null) {
            throw new IllegalArgumentException("The id or the name of a presenter is needed");
        }
        if (id == null && name.length() > LONGEST) {
            throw new IllegalArgumentException("At most " + LONGEST + " characters");
        }
        if (id == null && name.contains("@")) {
            throw new IllegalArgumentException("The schedule does not know addresses; give the id or the name");
        }
        this.id = id;
        this.name = id == null ? name : null;
    }

    public PresenterReference(UUID id) {
        this(id, null);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static PresenterReference to(String text) {
        return UUID_TEXT.matcher(text).matches()
                ? new PresenterReference(UUID.fromString(text))
                : new PresenterReference(null, text);
    }

    @JsonValue
    String text() {
        return id == null ? name : id.toString();
    }
}
