package dev.lectern.schedule.timetable;

import java.time.ZoneId;

/** What an edit can alter, and the history keeps. */
public interface Alterable {

    /** Adds how it is now, if it is anything at all. */
    void addTo(Snapshot snapshot, ZoneId zone);
}
