/** Sessions as callers see them. They are altered by changes, as everything on the schedule is. */
package dev.lectern.schedule.session;
