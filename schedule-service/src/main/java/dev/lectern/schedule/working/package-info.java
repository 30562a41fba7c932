/** The whole schedule of a conference as it is being worked on, public or not. */
package dev.lectern.schedule.working;
