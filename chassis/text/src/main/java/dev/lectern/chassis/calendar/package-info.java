/**
 * The one writer of iCalendar (RFC 5545), for files that are fetched and for messages (RFC 5546). It knows that
 * standard's words only.
 */
package dev.lectern.chassis.calendar;
