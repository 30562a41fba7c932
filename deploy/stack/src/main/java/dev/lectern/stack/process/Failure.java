package dev.lectern.stack.process;

/** A component could not be started; the message is for the person at the terminal. */
public final class Failure extends RuntimeException {

    public Failure(String message) {
        super(message);
    }
}
