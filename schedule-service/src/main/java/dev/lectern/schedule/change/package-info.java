/**
 * The edge of editing: {@link dev.lectern.schedule.change.Editing} locks a schedule, has a command carried out, and
 * keeps what came of it as one version, one row of history and the events of what was altered, or nothing at all. Here
 * are also the changes as callers see them.
 */
package dev.lectern.schedule.change;
