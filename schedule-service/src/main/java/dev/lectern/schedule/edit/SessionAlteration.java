package dev.lectern.schedule.edit;

import dev.lectern.schedule.timetable.SessionState;

/** How a session was and how it is; null where there was or is none. */
public record SessionAlteration(SessionState before, SessionState after) {}
