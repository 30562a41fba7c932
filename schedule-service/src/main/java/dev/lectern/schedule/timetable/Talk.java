package dev.lectern.schedule.timetable;

/** A contribution as answers name it. */
public record Talk(int number, String title) {}
