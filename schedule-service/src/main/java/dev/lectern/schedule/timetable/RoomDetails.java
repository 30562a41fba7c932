package dev.lectern.schedule.timetable;

/**
 * What people may change of a room. {@code capacity} is a number of seats or null; an exclusive room takes one talk at a time, another one
 * (a poster hall) any number.
 */
public record RoomDetails(String name, Integer capacity, boolean exclusive) {}
