/**
 * How a schedule is edited. Every edit, by whom or what it may be, is an {@link dev.lectern.schedule.change.Operation} that
 * {@link dev.lectern.schedule.change.Editing} applies under the lock of the schedule: it makes one version, one row of history and the
 * events of the slots it altered, or nothing at all.
 */
package dev.lectern.schedule.change;
