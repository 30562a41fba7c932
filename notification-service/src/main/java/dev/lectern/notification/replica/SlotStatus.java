package dev.lectern.notification.replica;

/** Where an appearance stands in the schedule. While it is UNPUBLISHED nobody is told anything about it. */
public enum SlotStatus {
    SCHEDULED,
    UNSCHEDULED,
    UNPUBLISHED
}
