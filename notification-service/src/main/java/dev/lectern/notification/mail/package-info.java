/**
 * The one mail of a notice, as bytes: text, HTML and a calendar part that says the same three times. All of it is made
 * from plain values, and whatever comes from people is hostile: it is cleaned at one place for headers, one for lines
 * of text, one for the calendar, and escaped by the HTML template.
 */
package dev.lectern.notification.mail;
