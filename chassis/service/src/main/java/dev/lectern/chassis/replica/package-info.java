/**
 * Copies of other services' states. A service keeps what it reads in tables that are written where the stored revision
 * is lower, and follows those whom they call the same person now; and a request waits a moment for what another
 * service's events are about to bring, so that callers read their writes across services.
 */
package dev.lectern.chassis.replica;
