/**
 * What a schedule is made of: bookings, rooms, places and times, who stands in whose way, and the questions that an
 * edit asks about all of it. Plain objects with the annotations by which they are stored and written as JSON.
 */
package dev.lectern.schedule.timetable;
