/**
 * Reads the files in which other systems keep contributions and their places: what one says, and by what it tells one
 * contribution from the others. The catalog owns both; the schedule reads the same files for the places, and finds the
 * same contributions.
 */
package dev.lectern.formats;
