package dev.lectern.catalog.contribution;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.UUID;

/** A contribution as organisers see it. */
record ContributionView(
        UUID id,
        int number,
        String title,
        @JsonProperty("abstract") String abstractText,
        String type,
        String track,
        Integer durationMinutes,
        String sessionClassification,
        Integer expectedAudience,
        List<String> features,
        String state,
        @JsonIgnoreProperties("mergedIds") List<ListedPresenter> presenters,
        long revision,
        String code,
        String language,
        List<Link> links,
        List<String> tags,
        List<CustomField> customFields,
        List<Person> authors,
        List<Person> coAuthors) {

    static ContributionView of(Contribution contribution) {
        var content = contribution.content();
        var details = content.details();
        return new ContributionView(
                contribution.id(),
                contribution.number(),
                content.title(),
                content.abstractText(),
                content.type(),
                content.track(),
                content.durationMinutes(),
                content.sessionClassification(),
                contribution.needs().expectedAudience(),
                contribution.needs().features(),
                contribution.isDeleted() ? "DELETED" : contribution.state().name(),
                ListedPresenter.inOrder(content.presenters()),
                contribution.revision(),
                details.code(),
                details.language(),
                details.links(),
                details.tags(),
                details.customFields(),
                details.authors(),
                details.coAuthors());
    }
}
