package dev.lectern.notification.briefing;

/** How a presenter stands with an appearance: told, about to be, or why not. */
public enum BriefingState {
    TOLD,
    /** Waiting for quiet, or its notice is on its way. */
    PENDING,
    /** Its notice waits for somebody to release it. */
    HELD,
    /** Something differs, but nobody asked to tell it. */
    UNANNOUNCED,
    NO_ADDRESS,
    BAD_ADDRESS,
    /** The last notice was given up. */
    FAILED,
    /** It was so before this service first started, so it counts as told. */
    BASELINE,
    NOTHING_TO_TELL
}
