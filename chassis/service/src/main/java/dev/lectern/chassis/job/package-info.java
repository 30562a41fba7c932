/**
 * Work that may take longer than a caller waits: it runs in one transaction on a thread of its own, has a status that
 * can be asked for or followed, and its answer is kept with its effect (RFC 7240, {@code Prefer: respond-async}).
 */
package dev.lectern.chassis.job;
