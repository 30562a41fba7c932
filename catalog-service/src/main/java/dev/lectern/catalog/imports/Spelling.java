package dev.lectern.catalog.imports;

import dev.lectern.catalog.presenter.PersonName;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A name and an affiliation, whatever the case of their letters, their accents and the spaces between them. */
record Spelling(String name, String affiliation) {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

    static Spelling of(PersonName person) {
        return new Spelling(folded(person.displayed()), folded(person.affiliation()));
    }

    static String folded(String text) {
        if (text == null) {
            return "";
        }
        var letters =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return SPACES.matcher(letters).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }

    /** Whether any word of the two names is the same: those of one person are, even after a marriage. */
    boolean sharesAWordWith(Spelling other) {
        var words = List.of(SPACES.split(name));
        return SPACES.splitAsStream(other.name).anyMatch(words::contains);
    }
}
