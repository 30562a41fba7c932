package dev.lectern.schedule.replica;

/** A page about a contribution; the title is null when nobody said. */
public record Link(String url, String title) {}
