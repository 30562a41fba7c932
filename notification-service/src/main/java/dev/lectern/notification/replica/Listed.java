package dev.lectern.notification.replica;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** A presenter as an appearance lists them; by which other ids they are known is kept elsewhere. */
@JsonIgnoreProperties(value = "mergedIds", allowSetters = true)
public record Listed(
        UUID id,
        String name,
        @JsonProperty(isRequired = OptBoolean.FALSE) List<UUID> mergedIds) {

    public Listed {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        mergedIds = mergedIds == null ? List.of() : List.copyOf(mergedIds);
    }
}
