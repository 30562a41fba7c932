package dev.lectern.catalog.contribution;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/** A page about a contribution, such as its slides or its paper. {@code title} is null when nobody said. */
public record Link(
        @NotNull
        @Size(max = 2000, message = "At most 2000 characters")
        @Pattern(regexp = "(?i)https?://[^\\s\\p{Cntrl}]+", message = "An address that begins with http:// or https://")
        String url,

        @Size(max = 500, message = "At most 500 characters") String title) {}
