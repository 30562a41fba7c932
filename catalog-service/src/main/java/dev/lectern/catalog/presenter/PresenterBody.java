package dev.lectern.catalog.presenter;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lectern.chassis.text.PlainText;
import jakarta.validation.constraints.AssertFalse;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/** All of a presenter that a caller may set. */
@JsonIgnoreProperties({"id", "name", "contributions", "revision", "warnings", "tells"})
record PresenterBody(
        @Size(max = 50, message = "At most 50 characters") String honorific,

        @NotBlank(message = "This must not be empty") @Size(max = 200, message = "At most 200 characters")
        String familyName,

        @Size(max = 200, message = "At most 200 characters") String givenNames,
        @Size(max = 500, message = "At most 500 characters") String affiliation,

        @Email(message = "Not an e-mail address")
        @Size(max = 254, message = "At most 254 characters")
        @Pattern(regexp = "[\\x21-\\x7e]*", message = "Only ASCII, without blanks")
        String email,

        @Size(max = 35, message = "At most 35 characters") String locale,

        @Min(value = 0, message = "At least 0") @Max(value = 1440, message = "At most 1440, which is a day")
        Integer changeoverMinutes,

        @AssertFalse(message = "A dry run is asked for in the query: ?dryRun=true")
        Boolean dryRun) {

    static PresenterBody of(Presenter presenter) {
        var name = presenter.name();
        return new PresenterBody(
                name.honorific(),
                name.familyName(),
                name.givenNames(),
                name.affiliation(),
                presenter.email(),
                presenter.locale(),
                presenter.changeoverMinutes(),
                null);
    }

    Presenter create(UUID conferenceId) {
        return new Presenter(
                conferenceId, name(), PlainText.orNull(email), PlainText.orNull(locale), changeoverMinutes);
    }

    boolean applyTo(Presenter presenter) {
        return presenter.replace(name(), PlainText.orNull(email), PlainText.orNull(locale), changeoverMinutes);
    }

    private PersonName name() {
        return new PersonName(
                PlainText.orNull(honorific),
                familyName.strip(),
                PlainText.orNull(givenNames),
                PlainText.orNull(affiliation));
    }
}
