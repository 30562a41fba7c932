/**
 * What an organiser is warned of, and may do all the same. The rules are plain objects and know no database;
 * {@link dev.lectern.schedule.warning.Warnings} brings them the talks of a schedule, or only those that altered talks
 * may get into trouble with.
 */
package dev.lectern.schedule.warning;
