package dev.lectern.catalog.contribution;

import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_EMPTY;
import static com.fasterxml.jackson.annotation.JsonInclude.Include.NON_NULL;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.OptBoolean;
import dev.lectern.chassis.events.Announcement;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

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
        String title,
        @JsonProperty("abstract") String abstractText,
        String type,
        String track,
        Integer durationMinutes,
        String state,
        int withdrawals,
        List<ListedPresenter> presenters,
        Instant changedAt,
        Announcement announced,

        @JsonProperty(isRequired = OptBoolean.FALSE) @JsonInclude(NON_NULL)
        String sessionClassification,

        @JsonProperty(isRequired = OptBoolean.FALSE) @JsonInclude(NON_NULL)
        Integer expectedAudience,

        @JsonProperty(isRequired = OptBoolean.FALSE) @JsonInclude(NON_EMPTY)
        List<String> features,

        @JsonProperty(isRequired = OptBoolean.FALSE) @JsonInclude(NON_NULL)
        String externalId,

        @JsonProperty(isRequired = OptBoolean.FALSE) @JsonInclude(NON_EMPTY)
        List<ExternalId> externalIds,

        @JsonProperty(isRequired = OptBoolean.FALSE) @JsonInclude(NON_EMPTY)
        List<UUID> erasedPresenters) {

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
                content.title(),
                content.abstractText(),
                content.type(),
                content.track(),
                content.durationMinutes(),
                contribution.state().name(),
                contribution.withdrawals(),
                ListedPresenter.inOrder(content.presenters()),
                contribution.changedAt(),
                contribution.announced(),
                content.sessionClassification(),
                contribution.needs().expectedAudience(),
                contribution.needs().features(),
                contribution.isDeleted() ? null : contribution.lastExternalId(),
                contribution.isDeleted() ? List.of() : contribution.externalIds(),
                contribution.erasedPresenters());
    }
}
