package dev.lectern.catalog.conference;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;

/** A new conference. Without a title it is called by its slug until an import brings one. */
@JsonIgnoreProperties({"id", "state", "revision"})
record CreateConference(
        @NotNull
        @Size(max = 63, message = "At most 63 characters")
        @Pattern(
                regexp = "[a-z0-9]+(-[a-z0-9]+)*",
                message = "Lower-case letters, digits and single hyphens between them")
        String slug,

        @Size(min = 1, max = 500, message = "1 to 500 characters")
        @Pattern(regexp = "(?s).*\\S.*", message = "Not blank")
        String title,

        @NotNull String timeZone,

        @NotEmpty(message = "At least one day") @Size(max = 366, message = "At most 366 days")
        List<@NotNull LocalDate> days,

        @Size(max = 200, message = "At most 200 organisers")
        List<
                        @NotBlank(message = "An e-mail address or a subject")
                        @Size(max = 254, message = "At most 254 characters") String>
                organisers,

        @Size(max = 200, message = "At most 200 viewers")
        List<
                        @NotBlank(message = "An e-mail address or a subject")
                        @Size(max = 254, message = "At most 254 characters") String>
                viewers,

        @Valid Look look) {}
