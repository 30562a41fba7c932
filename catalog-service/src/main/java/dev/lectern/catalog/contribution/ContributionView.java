package dev.lectern.catalog.contribution;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.UUID;

/** A contribution as organisers see it. */
record ContributionView(
        UUID id,
        int number,
        @JsonUnwrapped Subject subject,
        String sessionClassification,
        @JsonUnwrapped Needs needs,
        String state,
        @JsonIgnoreProperties("mergedIds") List<ListedPresenter> presenters,
        long revision,
        @JsonUnwrapped Details details) {

    static ContributionView of(Contribution contribution) {
        var content = contribution.content();
        return new ContributionView(
                contribution.id(),
                contribution.number(),
                content.subject(),
                content.sessionClassification(),
                contribution.needs(),
                contribution.isDeleted() ? "DELETED" : contribution.state().name(),
                ListedPresenter.inOrder(content.presenters()),
                contribution.revision(),
                content.details());
    }
}
