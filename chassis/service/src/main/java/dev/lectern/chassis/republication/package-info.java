/**
 * Announcing again what others were told last, after a broker has lost it: each service says so of its own aggregates,
 * from its database. Consumers know by the revision what they have, so that only those who miss something take it; but
 * where that database was restored, all of them take what it says, and let go of the rest.
 */
package dev.lectern.chassis.republication;
