/**
 * The rules of a timetable: what a place is, how a time is read, and who stands in whose way. Entities and plain objects, which run in a
 * plain test.
 */
package dev.lectern.schedule.timetable;
