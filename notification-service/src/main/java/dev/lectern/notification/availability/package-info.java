/** When presenters can come, as they say on their own pages; the schedule is told, and warns of talks at other times. */
package dev.lectern.notification.availability;
