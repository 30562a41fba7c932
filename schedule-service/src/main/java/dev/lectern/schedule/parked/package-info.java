/** What is to become of the events that this service could not take in. */
package dev.lectern.schedule.parked;
