/**
 * Turns: what many ask of one conference waits without a thread or a connection, so that other conferences have both.
 * An upgrade of Quarkus REST must still call back in {@code Turns} at the end of every request, one that was broken off
 * too, or its turn is never given back.
 */
package dev.lectern.chassis.turn;
