package dev.lectern.formats;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import dev.lectern.chassis.text.PlainText;

/**
 * A place in a report that the import could not put to use.
 *
 * @param line from 1
 * @param column in that line, from 1, where the file may have several entries in one line; else null
 * @param text of that line, or what the entry there is called, cut after 200 characters
 */
public record NotUnderstood(
        int line, @JsonInclude(Include.NON_NULL) Integer column, String text, String reason) {
    private static final int LONGEST = 200;

    /** Something in a file that has one entry in a line at most. */
    public NotUnderstood(int line, String text, String reason) {
        this(line, null, text, reason);
    }

    static NotUnderstood deleted(ReportedContribution reported) {
        var which = reported.externalId() == null ? "contribution " + reported.number() : "that contribution";
        return at(reported, which + " was deleted here");
    }

    public static NotUnderstood at(ReportedContribution reported, String reason) {
        return new NotUnderstood(reported.line(), reported.column(), PlainText.cut(reported.name(), LONGEST), reason);
    }

    static NotUnderstood at(FrabEvent event, String reason) {
        return new NotUnderstood(event.line(), event.column(), PlainText.cut(event.name(), LONGEST), reason);
    }

    static NotUnderstood at(ReportLine line, String reason) {
        return in(line.number(), line.plain(), reason);
    }

    static NotUnderstood in(int line, String text, String reason) {
        return new NotUnderstood(line, PlainText.cut(text, LONGEST), reason);
    }

    static NotUnderstood in(int line, Integer column, String text, String reason) {
        return new NotUnderstood(line, column, PlainText.cut(text, LONGEST), reason);
    }

    /** Whether this says why an entry has no time. */
    boolean saysWhyNoTime() {
        return EntryValues.NO_TIME.stream().anyMatch(reason::startsWith);
    }
}
