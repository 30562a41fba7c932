package dev.lectern.schedule.edit;

import dev.lectern.schedule.timetable.BreakState;

/** How a break was and how it is; null where there was or is none. */
public record BreakAlteration(BreakState before, BreakState after) {}
