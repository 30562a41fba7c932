package dev.lectern.catalog.presenter;

import java.util.UUID;

/** The state of a presenter on its topic, the only one with addresses; the contract is in {@code events/presenter.v1.schema.json}. */
public record PresenterEvent(
        UUID id,
        long revision,
        boolean deleted,
        UUID conferenceId,
        String honorific,
        String familyName,
        String givenNames,
        String name,
        String affiliation,
        String email,
        String locale) {

    public static final String TOPIC = "lectern.catalog.presenter.v1";
    public static final String TYPE = "dev.lectern.presenter.v1";

    /** Its last state, in which nothing is left of the person. */
    static PresenterEvent ofDeleted(Presenter presenter) {
        return new PresenterEvent(
                presenter.id(),
                presenter.revision() + 1,
                true,
                presenter.conferenceId(),
                null,
                "",
                null,
                "",
                null,
                null,
                null);
    }

    public static PresenterEvent of(Presenter presenter) {
        var name = presenter.name();
        return new PresenterEvent(
                presenter.id(),
                presenter.revision(),
                false,
                presenter.conferenceId(),
                name.honorific(),
                name.familyName(),
                name.givenNames(),
                name.displayed(),
                name.affiliation(),
                presenter.email(),
                presenter.locale());
    }
}
