package dev.lectern.formats;

import dev.lectern.chassis.text.PlainText;

/** A line of a report as it is in the file, and its number there, from 1. */
record ReportLine(int number, String text) {
    boolean isBlank() {
        return text.chars().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
    }

    /** Its words: no-break spaces, which LaTeX and word processors leave behind, count as spaces. */
    String plain() {
        return PlainText.spaced(text);
    }

    /** Without the asterisks of bold print. */
    static String unmarked(String text) {
        return text.replace("**", "").strip();
    }
}
