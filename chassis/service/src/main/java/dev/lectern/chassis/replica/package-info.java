/** Read your writes across services: a request waits a moment for what another service's events are about to bring. */
package dev.lectern.chassis.replica;
