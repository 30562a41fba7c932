/**
 * Changes that are prepared over days, beside each other and beside what others edit. A draft is a list of operations
 * and the version they were thought up for; what it would do is found out each time by doing it and rolling it back, so
 * it never touches agenda or events.
 */
package dev.lectern.schedule.draft;
