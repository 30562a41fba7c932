package dev.lectern.formats;

/**
 * A place in a report that the import could not put to use.
 *
 * @param line from 1
 * @param text of that line, cut after 200 characters
 */
public record NotUnderstood(int line, String text, String reason) {
    private static final int LONGEST = 200;

    static NotUnderstood deleted(ReportedContribution reported) {
        var which = reported.externalId() == null ? "contribution " + reported.number() : "that contribution";
        return new NotUnderstood(reported.line(), cut(reported.title()), which + " was deleted here");
    }

    public static NotUnderstood at(ReportedContribution reported, String reason) {
        return new NotUnderstood(reported.line(), cut(reported.title()), reason);
    }

    static NotUnderstood at(FrabEvent event, String reason) {
        return new NotUnderstood(event.line(), cut(event.title() == null ? "" : event.title()), reason);
    }

    static NotUnderstood at(ReportLine line, String reason) {
        return new NotUnderstood(line.number(), cut(line.plain()), reason);
    }

    static NotUnderstood in(int line, String text, String reason) {
        return new NotUnderstood(line, cut(text), reason);
    }

    private static String cut(String plain) {
        var isLong = plain.codePointCount(0, plain.length()) > LONGEST;
        return isLong ? plain.substring(0, plain.offsetByCodePoints(0, LONGEST)) + "…" : plain;
    }
}
