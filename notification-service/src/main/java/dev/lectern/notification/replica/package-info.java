/**
 * What this service knows of the catalog and the schedule, kept up by their events. Rows are written only where the
 * stored revision is lower, so duplicates and replays do no harm. Whoever reads them hears of newer states before they
 * are stored, and locks what they are about.
 */
package dev.lectern.notification.replica;
