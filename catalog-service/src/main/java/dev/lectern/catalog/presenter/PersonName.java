package dev.lectern.catalog.presenter;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a file or a form says about who a presenter is; null where it says nothing. Letters are kept as written. */
public record PersonName(String honorific, String familyName, String givenNames, String affiliation) {

    public String displayed() {
        return givenNames == null ? familyName : givenNames + " " + familyName;
    }

    /** {@code Prof. SEOANE, Beatriz (Paris-Saclay University)}, as Indico prints people. */
    public String listed() {
        var name = givenNames == null ? familyName : familyName + ", " + givenNames;
        return Stream.of(honorific, name, affiliation == null ? null : "(" + affiliation + ")")
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" "));
    }
}
