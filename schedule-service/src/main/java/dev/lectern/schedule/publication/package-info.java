/** Making a schedule public, and taking it back. */
package dev.lectern.schedule.publication;
