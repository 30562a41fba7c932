package dev.lectern.schedule.replica;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.util.regex.Pattern;

/**
 * How the agenda of a conference looks and welcomes; null is what all agendas have.
 *
 * @param accent a colour that can be read on the light page, {@code #8a3324}
 * @param welcome Markdown
 * @param logo a PNG as a data URI; absent in records from before there were any
 */
public record Look(
        String accent,
        String welcome,
        @JsonProperty(isRequired = OptBoolean.FALSE) String logo) {

    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");

    /** That of all agendas. */
    public static final Look PLAIN = new Look(null, null, null);

    /** The accent gets into style sheets, where anything else would be more than a colour. */
    public Look {
        accent = accent != null && COLOUR.matcher(accent).matches() ? accent : null;
    }
}
