/**
 * What each presenter was told about each of their appearances, beside what is current. A loop compares the two and
 * makes a notice of the difference once an announcement asks for it and all has been quiet; deliveries report back what
 * has been told since.
 */
package dev.lectern.notification.briefing;
