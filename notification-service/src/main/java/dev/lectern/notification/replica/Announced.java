package dev.lectern.notification.replica;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** The last change that people are to be told of, 0 and nulls where there was none. {@code at} is when it was made. */
@Embeddable
public record Announced(
        @Column(name = "announced_revision") long revision,
        @Column(name = "announced_author") String author,
        @Column(name = "announced_comment") String comment,
        @Column(name = "announced_at") Instant at) {}
