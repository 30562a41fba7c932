package dev.lectern.chassis.text;

import java.util.regex.Pattern;

/** Compares the names of people. */
public final class PersonNames {

    private static final Pattern COMMA = Pattern.compile(" ?, ?");

    private PersonNames() {}

    /** A name {@linkplain PlainText#folded folded}, whatever stands around its comma. Equal names have equal ones. */
    public static String folded(String name) {
        return COMMA.matcher(PlainText.folded(name)).replaceAll(", ").strip();
    }
}
