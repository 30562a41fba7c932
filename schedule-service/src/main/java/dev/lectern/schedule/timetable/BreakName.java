package dev.lectern.schedule.timetable;

import java.util.UUID;

/** A break as answers name it. */
public record BreakName(UUID id, String title) {}
