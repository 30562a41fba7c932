/**
 * Announcing again what others were told last, after a broker has lost it: each service says so of its own aggregates,
 * from its database. Consumers know by the revision what they have, so that only those who miss something take it.
 */
package dev.lectern.chassis.republication;
