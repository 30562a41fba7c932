package dev.lectern.catalog.presenter;

import dev.lectern.catalog.conference.Edit;
import java.util.UUID;

/**
 * Tells the rest of the service, in the same transaction, that nothing is to be left of a person. {@code name} is as it
 * was last.
 */
public record PresenterErased(UUID conference, UUID presenter, PersonName name, Edit edit) {}
