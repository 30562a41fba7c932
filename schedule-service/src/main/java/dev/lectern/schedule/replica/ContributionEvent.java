package dev.lectern.schedule.replica;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.OptBoolean;
import dev.lectern.chassis.events.Announcement;
import dev.lectern.chassis.replica.Identities;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * The members of {@code dev.lectern.contribution.v1} that are read here. {@code withdrawals} counts how often it was
 * withdrawn.
 */
public record ContributionEvent(
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
        List<Presenter> presenters,
        Instant changedAt,
        Announcement announced,
        @JsonProperty(isRequired = OptBoolean.FALSE) String sessionClassification,
        @JsonProperty(isRequired = OptBoolean.FALSE) Integer expectedAudience,
        @JsonProperty(isRequired = OptBoolean.FALSE) List<String> features,
        @JsonProperty(isRequired = OptBoolean.FALSE) String externalId,
        @JsonProperty(isRequired = OptBoolean.FALSE) List<ExternalId> externalIds,
        @JsonProperty(isRequired = OptBoolean.FALSE) String language,
        @JsonProperty(isRequired = OptBoolean.FALSE) List<Link> links,
        @JsonProperty(isRequired = OptBoolean.FALSE) List<Author> authors,
        @JsonProperty(isRequired = OptBoolean.FALSE) Long revisionsFrom) {

    private static final String WITHDRAWN = "WITHDRAWN";
    private static final Set<String> PLACEABLE = Set.of("ACCEPTED", "CONFIRMED");

    public ContributionEvent {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(conferenceId, "conferenceId");
        Objects.requireNonNull(changedAt, "changedAt");
        title = Objects.requireNonNullElse(title, "");
        abstractText = Objects.requireNonNullElse(abstractText, "");
        presenters = presenters == null ? List.of() : List.copyOf(presenters);
        features = features == null ? List.of() : List.copyOf(features);
        links = links == null ? List.of() : List.copyOf(links);
        authors = authors == null ? List.of() : List.copyOf(authors);
        revisionsFrom = Objects.requireNonNullElse(revisionsFrom, 0L);
    }

    /** Or rejected, or not accepted yet: in any case nothing to be placed. */
    public boolean withdrawn() {
        return !PLACEABLE.contains(state);
    }

    /** The deletion of one contribution is announced. One that is not comes with that of the whole conference. */
    public boolean isGoneWithItsConference() {
        return deleted && Announcement.revisionOf(announced) < revision;
    }

    /** This event without erased presenters, whom an event from before may still list. */
    public ContributionEvent without(Identities erased) {
        return new ContributionEvent(
                id,
                revision,
                deleted,
                conferenceId,
                number,
                title,
                abstractText,
                type,
                track,
                durationMinutes,
                state,
                withdrawals,
                presenters.stream()
                        .filter(presenter -> !erased.isErased(presenter.id()))
                        .toList(),
                changedAt,
                announced,
                sessionClassification,
                expectedAudience,
                features,
                externalId,
                externalIds,
                language,
                links,
                authors,
                revisionsFrom);
    }

    /** What is left to be kept of it once its conference is deleted. */
    public ContributionEvent erased() {
        return deleted(id, revision, conferenceId, number, state, withdrawals, changedAt, null, revisionsFrom);
    }

    /** One that is deleted alone, by a catalog that was restored and knows nothing of it. */
    static ContributionEvent gone(UUID id, long revision, UUID conferenceId, int number, int withdrawals) {
        var announced = new Announcement(revision, "", null);
        var at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return deleted(id, revision, conferenceId, number, WITHDRAWN, withdrawals, at, announced, revision);
    }

    private static ContributionEvent deleted(
            UUID id,
            long revision,
            UUID conferenceId,
            int number,
            String state,
            int withdrawals,
            Instant changedAt,
            Announcement announced,
            long revisionsFrom) {
        return new ContributionEvent(
                id,
                revision,
                true,
                conferenceId,
                number,
                "",
                "",
                null,
                null,
                null,
                state,
                withdrawals,
                List.of(),
                changedAt,
                announced,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                revisionsFrom);
    }
}
