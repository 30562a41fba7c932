/**
 * The transactional outbox. An event is a row that commits with the state it tells of; one relay per database sends the
 * rows to Kafka in order, as CloudEvents 1.0 in binary mode, and deletes each after the broker has acknowledged it. A
 * crash repeats events, it never loses one and never reorders those of a key. An upgrade of Quarkus must leave
 * {@code TraceParent} the current request of the HTTP server, or each event begins a trace of its own.
 */
package dev.lectern.chassis.outbox;
