/**
 * Whether a conference has somebody whom its presenters can ask, as the notification service tells; who that is, is not
 * known here.
 */
package dev.lectern.schedule.contact;
