package dev.lectern.formats;

/** A person as a schedule file names one. {@code id} is the file's own, null where it has none. */
record FrabPerson(String id, String name) {}
