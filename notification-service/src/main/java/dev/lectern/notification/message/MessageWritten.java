package dev.lectern.notification.message;

/** Fired in the transaction that stores a message whose mails are to be composed. */
record MessageWritten() {}
