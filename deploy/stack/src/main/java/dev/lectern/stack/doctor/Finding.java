package dev.lectern.stack.doctor;

import java.util.Locale;

/**
 * What one check has found.
 *
 * @param remedy what to do about it; null where all is well
 */
public record Finding(Mark mark, String subject, String fact, String remedy) {

    /** How bad it is. */
    public enum Mark {
        OK,
        WARN,
        FAIL
    }

    static Finding ok(String subject, String fact) {
        return new Finding(Mark.OK, subject, fact, null);
    }

    static Finding warn(String subject, String remedy, String fact) {
        return new Finding(Mark.WARN, subject, fact, remedy);
    }

    static Finding fail(String subject, String remedy, String fact) {
        return new Finding(Mark.FAIL, subject, fact, remedy);
    }

    /** One line, or two where there is something to do. */
    @Override
    public String toString() {
        var line = "  %-4s  %-15s %s".formatted(mark.name().toLowerCase(Locale.ROOT), subject, fact);
        return remedy == null ? line : line + "%n        %-15s → %s".formatted("", remedy);
    }
}
