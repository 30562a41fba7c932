package dev.lectern.catalog.contribution;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_EMPTY;
import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.OptBoolean;
import dev.lectern.chassis.events.Announcement;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * The state of a contribution on its topic, without addresses; the contract is in
 * {@code events/contribution.v1.schema.json}.
 */
record ContributionEvent(
        UUID id,
        long revision,
        boolean deleted,
        UUID conferenceId,
        int number,
        @JsonUnwrapped Subject subject,
        String state,
        int withdrawals,
        List<ListedPresenter> presenters,
        Instant changedAt,
        Announcement announced,
        @JsonUnwrapped ForOrganisers forOrganisers,
        @JsonUnwrapped InFiles inFiles,
        @JsonUnwrapped ForAttendees forAttendees,

        @JsonProperty(isRequired = OptBoolean.FALSE) @JsonInclude(NON_EMPTY)
        List<UUID> erasedPresenters) {

    /** What only organisers see, who place it by that. */
    record ForOrganisers(
            @JsonProperty(isRequired = OptBoolean.FALSE) @JsonInclude(NON_NULL)
            String sessionClassification,

            @JsonProperty(isRequired = OptBoolean.FALSE) @JsonInclude(NON_NULL)
            Integer expectedAudience,

            @JsonProperty(isRequired = OptBoolean.FALSE) @JsonInclude(NON_EMPTY)
            List<String> features) {

        static ForOrganisers of(Contribution contribution) {
            var needs = contribution.needs();
            return new ForOrganisers(
                    contribution.content().sessionClassification(), needs.expectedAudience(), needs.features());
        }
    }

    /** What attendees see beside the subject and the presenters. The language is as the catalog has it. */
    record ForAttendees(
            @JsonProperty(isRequired = OptBoolean.FALSE) @JsonInclude(NON_NULL)
            String language,

            @JsonProperty(isRequired = OptBoolean.FALSE) @JsonInclude(NON_EMPTY)
            List<Link> links,

            @JsonProperty(isRequired = OptBoolean.FALSE) @JsonInclude(NON_EMPTY)
            List<Author> authors) {

        static ForAttendees of(Details details) {
            var authors = Stream.concat(details.authors().stream(), details.coAuthors().stream())
                    .map(person -> new Author(person.name(), person.affiliation()))
                    .distinct()
                    .toList();
            return new ForAttendees(details.language(), details.links(), authors);
        }
    }

    /** An author or co-author as everyone may see them. */
    record Author(String name, String affiliation) {}

    /** What files call it; nothing, once it is deleted. */
    record InFiles(
            @JsonProperty(isRequired = OptBoolean.FALSE) @JsonInclude(NON_NULL)
            String externalId,

            @JsonProperty(isRequired = OptBoolean.FALSE) @JsonInclude(NON_EMPTY)
            List<ExternalId> externalIds) {

        static InFiles of(Contribution contribution) {
            return contribution.isDeleted()
                    ? new InFiles(null, List.of())
                    : new InFiles(contribution.lastExternalId(), contribution.externalIds());
        }
    }

    static final String TOPIC = "lectern.catalog.contribution.v1";
    static final String TYPE = "dev.lectern.contribution.v1";

    static ContributionEvent of(Contribution contribution) {
        var content = contribution.content();
        return new ContributionEvent(
                contribution.id(),
                contribution.revision(),
                contribution.isDeleted(),
                contribution.conferenceId(),
                contribution.number(),
                content.subject(),
                contribution.state().name(),
                contribution.withdrawals(),
                ListedPresenter.inOrder(content.presenters()),
                contribution.changedAt(),
                contribution.announced(),
                ForOrganisers.of(contribution),
                InFiles.of(contribution),
                ForAttendees.of(content.details()),
                contribution.erasedPresenters());
    }
}
