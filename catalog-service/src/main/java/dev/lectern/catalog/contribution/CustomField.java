package dev.lectern.catalog.contribution;

import dev.lectern.chassis.text.Lines;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** An answer to a question that only this conference asks, as Markdown. */
public record CustomField(
        @NotBlank(message = "This must not be empty") @Size(max = 200, message = "At most 200 characters")
        String name,

        @Lines @NotNull @Size(max = 50_000, message = "At most 50000 characters")
        String value) {}
