package dev.lectern.catalog.presenter;

import java.util.UUID;

/**
 * The address of a presenter on its topic, the only one with presenters' addresses; the contract is in
 * {@code events/address.v1.schema.json}. Its revision is the presenter's.
 *
 * @param id the presenter's
 * @param email null where they have none
 */
public record AddressEvent(UUID id, long revision, boolean deleted, UUID conferenceId, String email) {

    public static final String TOPIC = "lectern.catalog.address.v1";
    public static final String TYPE = "dev.lectern.address.v1";

    static AddressEvent of(Presenter presenter) {
        return new AddressEvent(
                presenter.id(), presenter.revision(), false, presenter.conferenceId(), presenter.email());
    }

    static AddressEvent ofDeleted(Presenter presenter) {
        return new AddressEvent(presenter.id(), presenter.revision() + 1, true, presenter.conferenceId(), null);
    }
}
