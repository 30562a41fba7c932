package dev.lectern.schedule.change;

import java.util.UUID;

/** Fired in the transaction in which the public agenda of a conference becomes another one, or comes, or goes. */
public record AgendaChanged(UUID conference) {}
