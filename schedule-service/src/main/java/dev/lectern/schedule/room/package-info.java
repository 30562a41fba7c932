/** The rooms of a conference, as organisers keep them. */
package dev.lectern.schedule.room;
