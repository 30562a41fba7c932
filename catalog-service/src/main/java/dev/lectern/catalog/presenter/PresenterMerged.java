package dev.lectern.catalog.presenter;

import dev.lectern.catalog.conference.Edit;
import java.util.UUID;

/**
 * Tells the rest of the service, in the same transaction, that one presenter is another one from now on.
 *
 * @param isListedAlike whether both are listed by the same name
 * @param isRenamed whether the public part (name, affiliation) of the one who stays is another one now
 */
public record PresenterMerged(
        UUID conference, UUID merged, UUID into, boolean isListedAlike, boolean isRenamed, Edit edit) {}
