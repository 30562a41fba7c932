package dev.lectern.formats;

/** Thrown when a file as a whole is refused; says at which line (from 1) and why. */
final class InvalidReport extends RuntimeException {
    private final int line;

    InvalidReport(int line, String detail) {
        super(detail);
        this.line = line;
    }

    int line() {
        return line;
    }

    String detail() {
        return getMessage();
    }
}
