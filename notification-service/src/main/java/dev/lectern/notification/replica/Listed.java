package dev.lectern.notification.replica;

import java.util.Objects;
import java.util.UUID;

/** A presenter as a contribution lists them. */
public record Listed(UUID id, String name) {

    public Listed {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
    }
}
