package dev.lectern.catalog.conference;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lectern.chassis.access.Members;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertFalse;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;

/**
 * All of a conference that can change. Absent organisers and viewers stay, so that nobody locks themselves or others
 * out by leaving a list away.
 */
@JsonIgnoreProperties({"id", "slug", "state", "revision", "warnings", "tells"})
record ReplaceConference(
        @Size(min = 1, max = 500, message = "1 to 500 characters")
        @Pattern(regexp = "(?s).*\\S.*", message = "Not blank")
        String title,

        @NotNull String timeZone,

        @NotEmpty(message = "At least one day") @Size(max = 366, message = "At most 366 days")
        List<@NotNull LocalDate> days,

        @Size(min = 1, max = 200, message = "1 to 200 organisers")
        List<
                        @NotBlank(message = "An e-mail address or a subject")
                        @Size(max = 254, message = "At most 254 characters") String>
                organisers,

        @Size(max = 200, message = "At most 200 viewers")
        List<
                        @NotBlank(message = "An e-mail address or a subject")
                        @Size(max = 254, message = "At most 254 characters") String>
                viewers,

        @Valid Look look,

        @Size(max = 1000, message = "At most 1000 characters")
        String comment,

        @Size(max = 1000, message = "At most 1000 characters")
        String internalComment,

        Boolean announce,

        @AssertFalse(message = "A dry run is asked for in the query: ?dryRun=true")
        Boolean dryRun) {

    static ReplaceConference of(Conference conference) {
        return new ReplaceConference(
                conference.title(),
                conference.timeZone(),
                conference.days(),
                conference.members().editors(),
                conference.members().readers(),
                conference.look(),
                null,
                null,
                null,
                null);
    }

    Edit by(String author) {
        return Edit.by(author, comment, internalComment, announce);
    }

    boolean applyTo(Conference conference, Edit edit) {
        return conference.replace(title, timeZone, days, members(conference.members()), look, edit);
    }

    private Members members(Members current) {
        return new Members(
                organisers == null ? current.editors() : organisers, viewers == null ? current.readers() : viewers);
    }
}
