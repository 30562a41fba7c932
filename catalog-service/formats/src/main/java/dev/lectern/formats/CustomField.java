package dev.lectern.formats;

/** What organisers asked for besides; the value is Markdown, as written. */
public record CustomField(String name, String value) {}
