/**
 * Where schedules are kept: the tables {@code schedule}, {@code booking}, {@code room} and {@code change} belong to
 * this package, and everybody else asks it.
 */
package dev.lectern.schedule.store;
