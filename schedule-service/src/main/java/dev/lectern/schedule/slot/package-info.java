/** Where the contributions of a conference are placed, as organisers put them there. */
package dev.lectern.schedule.slot;
