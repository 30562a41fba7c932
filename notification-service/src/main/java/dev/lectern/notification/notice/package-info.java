/**
 * Notices and their deliveries: what was composed for whom, in which state it is, and what organisers see of it. A
 * notice never changes what it says; only its state moves.
 */
package dev.lectern.notification.notice;
