/**
 * What this service knows of the catalog and the schedule, kept up by their events, and which contributions are to be looked at since. Rows
 * are written only where the stored revision is lower, so duplicates and replays do no harm.
 */
package dev.lectern.notification.replica;
