package dev.lectern.catalog.imports;

/**
 * A place in a report that the import could not put to use.
 *
 * @param line from 1
 * @param text of that line, cut after 200 characters
 */
record NotUnderstood(int line, String text, String reason) {
    private static final int LONGEST = 200;

    static NotUnderstood deleted(ReportedContribution reported) {
        return new NotUnderstood(
                reported.line(),
                "Contribution ID: " + reported.number(),
                "contribution " + reported.number() + " was deleted here");
    }

    static NotUnderstood at(ReportLine line, String reason) {
        var plain = line.plain();
        var isLong = plain.codePointCount(0, plain.length()) > LONGEST;
        var text = isLong ? plain.substring(0, plain.offsetByCodePoints(0, LONGEST)) + "…" : plain;
        return new NotUnderstood(line.number(), text, reason);
    }
}
