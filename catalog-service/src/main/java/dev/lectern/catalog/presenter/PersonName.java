package dev.lectern.catalog.presenter;

/** What a file or a form says about who a presenter is; null where it says nothing. Letters are kept as written. */
public record PersonName(String honorific, String familyName, String givenNames, String affiliation) {

    public String displayed() {
        return givenNames == null ? familyName : givenNames + " " + familyName;
    }
}
