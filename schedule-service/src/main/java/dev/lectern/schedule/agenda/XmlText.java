package dev.lectern.schedule.agenda;

import java.util.regex.Pattern;

/** Text that an XML document may contain. */
final class XmlText {

    /** What no document may contain (XML 1.0, section 2.2). */
    private static final Pattern NO_CHARACTER =
            Pattern.compile("[^\\t\\n\\r\\x20-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private XmlText() {}

    static String possible(String text) {
        return NO_CHARACTER.matcher(text).replaceAll("");
    }
}
