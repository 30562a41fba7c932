package dev.lectern.catalog.presenter;

/** How a presenter is named to others; {@code name} is all of it as it is displayed. */
record ShownName(String honorific, String familyName, String givenNames, String name, String affiliation) {

    /** Of who was erased. */
    static final ShownName NONE = new ShownName(null, "", null, "", null);

    static ShownName of(PersonName name) {
        return new ShownName(
                name.honorific(), name.familyName(), name.givenNames(), name.displayed(), name.affiliation());
    }
}
