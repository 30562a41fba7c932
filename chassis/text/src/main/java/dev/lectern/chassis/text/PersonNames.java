package dev.lectern.chassis.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Compares the names of people. */
public final class PersonNames {

    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");
    private static final Pattern COMMA = Pattern.compile(" ?, ?");

    private PersonNames() {}

    /** A name without what a spreadsheet or a keyboard alters: composition (Unicode's NFKC), spaces and case. Equal names have equal ones. */
    public static String folded(String name) {
        var spaced =
                SPACES.matcher(Normalizer.normalize(name, Normalizer.Form.NFKC)).replaceAll(" ");
        return COMMA.matcher(spaced)
                .replaceAll(", ")
                .strip()
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }
}
