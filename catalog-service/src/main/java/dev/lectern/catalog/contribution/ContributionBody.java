package dev.lectern.catalog.contribution;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.lectern.catalog.presenter.Presenter;
import dev.lectern.catalog.presenter.PresenterDirectory;
import dev.lectern.catalog.presenter.PresenterReference;
import dev.lectern.chassis.http.Tags;
import dev.lectern.chassis.problem.Faults;
import dev.lectern.chassis.text.Lines;
import dev.lectern.chassis.text.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertFalse;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * All of a contribution that a caller may set; {@code number} counts only at its creation, and so does {@code state}
 * where it is {@code PROPOSED}.
 */
@JsonIgnoreProperties({"id", "revision", "warnings", "tells"})
record ContributionBody(
        @Min(value = 1, message = "At least 1") @Max(value = 999_999_999, message = "At most 999999999")
        Integer number,

        @NotBlank(message = "This must not be empty") @Size(max = 2000, message = "At most 2000 characters")
        String title,

        @Lines @JsonProperty("abstract") @Size(max = 50_000, message = "At most 50000 characters")
        String abstractText,

        @Size(max = 200, message = "At most 200 characters") String type,
        @Size(max = 200, message = "At most 200 characters") String track,

        @Min(value = 1, message = "At least 1") @Max(value = 1440, message = "At most 1440, which is a day")
        Integer durationMinutes,

        @Size(max = 200, message = "At most 200 characters") String sessionClassification,

        @Min(value = 0, message = "At least 0") @Max(value = 1_000_000, message = "At most 1000000")
        Integer expectedAudience,

        List<String> features,

        @Size(max = 200, message = "At most 200 presenters") List<@Valid @NotNull PresenterReference> presenters,

        @Size(max = 1000, message = "At most 1000 characters")
        String comment,

        @Size(max = 1000, message = "At most 1000 characters")
        String internalComment,

        Boolean announce,

        @Size(max = 200, message = "At most 200 characters") String code,
        @Size(max = 35, message = "At most 35 characters") String language,

        @Size(max = 50, message = "At most 50 links") List<@Valid @NotNull Link> links,

        List<String> tags,

        @Size(max = 50, message = "At most 50 fields") List<@Valid @NotNull CustomField> customFields,

        @Size(max = 200, message = "At most 200 people") List<@Valid @NotNull Person> authors,

        @Size(max = 200, message = "At most 200 people") List<@Valid @NotNull Person> coAuthors,

        String state,

        @AssertFalse(message = "A dry run is asked for in the query: ?dryRun=true")
        Boolean dryRun) {

    private static final int MOST_TAGS = 50;

    static ContributionBody of(Contribution contribution) {
        var content = contribution.content();
        var subject = content.subject();
        var details = content.details();
        return new ContributionBody(
                contribution.number(),
                subject.title(),
                subject.abstractText(),
                subject.type(),
                subject.track(),
                subject.durationMinutes(),
                content.sessionClassification(),
                contribution.needs().expectedAudience(),
                contribution.needs().features(),
                content.presenters().stream().map(PresenterReference::new).toList(),
                null,
                null,
                null,
                details.code(),
                details.language(),
                details.links(),
                details.tags(),
                details.customFields(),
                details.authors(),
                details.coAuthors(),
                null,
                null);
    }

    Snapshot created(UUID conference) {
        var isProposed = State.PROPOSED.name().equals(state);
        return new Snapshot(
                content(conference, () -> directory(conference)),
                needs(),
                isProposed ? State.PROPOSED : State.ACCEPTED);
    }

    Content content(UUID conference) {
        return content(conference, () -> directory(conference));
    }

    private static PresenterDirectory directory(UUID conference) {
        return new PresenterDirectory(Presenter.ofConference(conference));
    }

    /** @param directory of the conference's presenters, for those who are not named by id */
    Content content(UUID conference, Supplier<PresenterDirectory> directory) {
        return new Content(
                new Subject(
                        title.strip(),
                        abstractText == null ? "" : abstractText,
                        PlainText.orNull(type),
                        PlainText.orNull(track),
                        durationMinutes),
                PlainText.orNull(sessionClassification),
                known(conference, directory),
                details());
    }

    private Details details() {
        return new Details(
                PlainText.orNull(code),
                PlainText.orNull(language),
                orNone(links),
                Tags.read(tags, "/tags", MOST_TAGS),
                orNone(customFields),
                orNone(authors),
                orNone(coAuthors));
    }

    private static <T> List<T> orNone(List<T> list) {
        return list == null ? List.of() : list;
    }

    Needs needs() {
        return new Needs(expectedAudience, Tags.read(features, "/features"));
    }

    private List<UUID> known(UUID conference, Supplier<PresenterDirectory> directory) {
        var faults = new Faults();
        var ids = new ArrayList<UUID>();
        var references = orNone(presenters);
        for (var i = 0; i < references.size(); i++) {
            var pointer = "/presenters/" + i;
            var reference = references.get(i);
            faults.in("", () -> reference.resolve(directory, pointer)).ifPresent(ids::add);
        }
        faults.refuseIfAny();
        var known = Presenter.<Presenter>list("conferenceId = ?1 and id in ?2", conference, ids).stream()
                .map(Presenter::id)
                .toList();
        for (var i = 0; i < ids.size(); i++) {
            faults.requireAt(
                    "/presenters/" + i + "/id",
                    known.contains(ids.get(i)),
                    "This conference has no presenter with this id");
            faults.requireAt(
                    "/presenters/" + i + "/id", ids.indexOf(ids.get(i)) == i, "This presenter is listed twice");
        }
        faults.refuseIfAny();
        return ids;
    }
}
