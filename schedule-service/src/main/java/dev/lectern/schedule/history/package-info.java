/** The changes of a schedule as callers see them: making one out of many operations, and looking at, comparing and undoing those made. */
package dev.lectern.schedule.history;
