package dev.lectern.schedule.replica;

/** Who wrote a contribution, with or without presenting it; the affiliation is null when nobody said. */
public record Author(String name, String affiliation) {}
