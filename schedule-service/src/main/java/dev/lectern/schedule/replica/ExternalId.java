package dev.lectern.schedule.replica;

/** What the files of a source call a contribution. */
public record ExternalId(String source, String id) {}
