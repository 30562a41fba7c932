package dev.lectern.formats;

import static java.util.regex.Pattern.UNICODE_CHARACTER_CLASS;

import java.util.regex.Pattern;

/** A line of a report as it is in the file, and its number there, from 1. */
record ReportLine(int number, String text) {
    // With this flag no-break spaces, which LaTeX and word processors leave behind, count as spaces.
    private static final Pattern SPACES = Pattern.compile("\\s+", UNICODE_CHARACTER_CLASS);

    boolean isBlank() {
        return text.chars().allMatch(c -> Character.isWhitespace(c) || Character.isSpaceChar(c));
    }

    String plain() {
        return plain(text);
    }

    /** Without spaces around it, and with one plain space for each run of spaces inside. */
    static String plain(String text) {
        return SPACES.matcher(text).replaceAll(" ").strip();
    }

    /** Without the asterisks of bold print. */
    static String unmarked(String text) {
        return text.replace("**", "").strip();
    }
}
