package dev.lectern.schedule.timetable;

import java.util.UUID;

/** A session as answers name it. */
public record SessionName(UUID id, String title) {}
