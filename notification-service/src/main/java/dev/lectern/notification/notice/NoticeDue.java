package dev.lectern.notification.notice;

/** Fired in a transaction that made a notice due: once it has committed, this process' delivery is woken at once. */
public record NoticeDue() {}
