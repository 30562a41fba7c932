/**
 * The rules of editing, as plain objects: an {@link dev.lectern.schedule.edit.Edit} carries a
 * {@link dev.lectern.schedule.edit.Command} of {@link dev.lectern.schedule.edit.Operation}s out on a
 * {@link dev.lectern.schedule.timetable.Timetable}, wherever that may come from, and returns what came of it. Nothing
 * here asks a database, sends anything or knows who called.
 */
package dev.lectern.schedule.edit;
