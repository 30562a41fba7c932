/** Brings a schedule to what the files of other systems say of rooms and times. */
package dev.lectern.schedule.imports;
