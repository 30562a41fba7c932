package dev.lectern.catalog.contribution;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * Merge patches (RFC 7396) of many contributions, each with the {@code number} of its own. All are applied, or none.
 */
record ManyPatches(
        @NotNull @Size(min = 1, max = 500, message = "1 to 500 contributions")
        List<@NotNull ObjectNode> contributions,

        @Size(max = 1000, message = "At most 1000 characters")
        String comment,

        @Size(max = 1000, message = "At most 1000 characters")
        String internalComment,

        Boolean announce) {}
