package dev.lectern.chassis.turn;

/**
 * A line in which requests wait for each other.
 *
 * @param places how many are served at once
 * @param longest how many may wait besides
 */
record Line(String name, int places, int longest) {}
