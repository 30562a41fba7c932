package dev.lectern.notification.availability;

import java.time.LocalDateTime;

/** A time between two moments of the conference's clock, the second of which is later. */
public record LocalRange(LocalDateTime from, LocalDateTime until) {}
