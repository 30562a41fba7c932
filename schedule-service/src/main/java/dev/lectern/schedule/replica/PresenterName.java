package dev.lectern.schedule.replica;

import java.util.UUID;

/** A presenter as answers name them. */
public record PresenterName(UUID id, String name) {}
