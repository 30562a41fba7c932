package dev.lectern.catalog.imports;

import dev.lectern.catalog.presenter.PersonName;
import dev.lectern.chassis.text.PlainText;
import dev.lectern.formats.Likeness;

/** A name and an affiliation, whatever the case of their letters, their accents and the spaces between them. */
record Spelling(String name, String affiliation) {

    static Spelling of(PersonName person) {
        return new Spelling(PlainText.bare(person.displayed()), PlainText.bare(person.affiliation()));
    }

    /** Whether any word of the two names is the same: those of one person are, even after a marriage. */
    boolean sharesAWordWith(Spelling other) {
        return Likeness.shareAWord(name, other.name);
    }
}
