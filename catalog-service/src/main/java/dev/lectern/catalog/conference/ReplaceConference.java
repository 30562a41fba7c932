package dev.lectern.catalog.conference;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;

/** All of a conference that can change. Absent organisers stay, so that nobody locks themselves out by leaving the list away. */
@JsonIgnoreProperties({"id", "slug", "state", "revision"})
record ReplaceConference(
        @Size(min = 1, max = 500, message = "1 to 500 characters")
        @Pattern(regexp = "(?s).*\\S.*", message = "Not blank")
        String title,

        @NotNull(message = "Needed") String timeZone,

        @NotEmpty(message = "At least one day") @Size(max = 366, message = "At most 366 days")
        List<@NotNull(message = "A date") LocalDate> days,

        @Size(min = 1, max = 200, message = "1 to 200 organisers")
        List<
                        @NotBlank(message = "An e-mail address or a subject")
                        @Size(max = 254, message = "At most 254 characters") String>
                organisers,

        @Size(max = 1000, message = "At most 1000 characters")
        String comment,

        Boolean announce) {

    static ReplaceConference of(Conference conference) {
        return new ReplaceConference(
                conference.title(), conference.timeZone(), conference.days(), conference.organisers(), null, null);
    }

    boolean applyTo(Conference conference, String author) {
        return conference.replace(
                title,
                timeZone,
                days,
                organisers == null ? conference.organisers() : organisers,
                Edit.by(author, comment, announce));
    }
}
