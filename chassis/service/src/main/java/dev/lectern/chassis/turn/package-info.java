/** Turns: what many ask of one conference waits without a thread or a connection, so that other conferences have both. */
package dev.lectern.chassis.turn;
