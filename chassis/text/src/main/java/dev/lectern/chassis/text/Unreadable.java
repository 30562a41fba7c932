package dev.lectern.chassis.text;

/** A formula is shown as it was written. Says nothing more: nobody is told, since the author sees it. */
final class Unreadable extends RuntimeException {

    Unreadable() {
        super(null, null, false, false);
    }
}
