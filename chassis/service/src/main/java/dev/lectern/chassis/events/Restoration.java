package dev.lectern.chassis.events;

import java.util.UUID;

/**
 * What a service says after its database was restored, and after it has told all that it knows: its states that others
 * have with lower revisions are of before, and it knows nothing of them. {@code events/restoration.v1.schema.json} of
 * each service is the contract.
 */
public record Restoration(long revisionsFrom) {

    public static final String TYPE = "dev.lectern.restoration.v1";

    /** No aggregate has it. */
    public static final UUID KEY = new UUID(0, 0);
}
