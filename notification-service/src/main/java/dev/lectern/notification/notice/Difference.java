package dev.lectern.notification.notice;

/** One difference in the mail's words, e.g. {@code room}, {@code Auditorium}, {@code Blue room}; null where there is nothing to show. */
public record Difference(
        String field,
        String old,

        @com.fasterxml.jackson.annotation.JsonProperty("new")
        String current) {}
