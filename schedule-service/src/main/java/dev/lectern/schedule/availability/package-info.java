/**
 * When rooms and presenters can be had, as organisers were told. It forbids nothing and is no part of the schedule's
 * versions: whatever is placed outside of it is warned of.
 */
package dev.lectern.schedule.availability;
