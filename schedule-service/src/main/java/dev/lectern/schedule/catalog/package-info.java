/**
 * The catalog's news: kept in the replicas, and acted on where it touches the schedule. A step of this never fails for
 * a rule's sake.
 */
package dev.lectern.schedule.catalog;
