package dev.lectern.schedule.timetable;

/**
 * Whether a contribution is placed. UNPUBLISHED is said in events only, of everything while its schedule is not public.
 */
public enum SlotStatus {
    SCHEDULED,
    UNSCHEDULED,
    UNPUBLISHED
}
