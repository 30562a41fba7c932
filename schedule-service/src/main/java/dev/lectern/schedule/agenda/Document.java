package dev.lectern.schedule.agenda;

/**
 * Something public that is made of an agenda and of nothing else, so that the same agenda gives the same bytes,
 * wherever and whenever it is rendered. There is one object of each document.
 */
interface Document {

    /** What {@code Content-Type} says. */
    String contentType();

    byte[] render(Agenda agenda);
}
