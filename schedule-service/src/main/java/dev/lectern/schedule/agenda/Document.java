package dev.lectern.schedule.agenda;

/**
 * Something public that is made of an agenda and of nothing else. The same document of the same agenda is the same
 * bytes, wherever and whenever it is rendered.
 */
record Document(Format format, Part part) {}
