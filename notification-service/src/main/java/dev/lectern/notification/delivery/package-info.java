/**
 * Hands due notices to the mail server: at least once, with the stored bytes, and every attempt on record before it
 * starts. A mail server that has the whole message but does not answer leaves a doubt that no client can remove (RFC
 * 1047); it is counted, not hidden.
 */
package dev.lectern.notification.delivery;
