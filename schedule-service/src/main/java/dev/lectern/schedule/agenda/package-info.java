/**
 * The public agenda of published schedules: as JSON, as a page and as a calendar. The bytes of a revision are made once
 * and told apart by their hash, so that a reader who has them already is answered in one small query.
 */
package dev.lectern.schedule.agenda;
