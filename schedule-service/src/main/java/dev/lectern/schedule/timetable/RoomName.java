package dev.lectern.schedule.timetable;

/** A room as answers and events name it. */
public record RoomName(String slug, String name) {}
