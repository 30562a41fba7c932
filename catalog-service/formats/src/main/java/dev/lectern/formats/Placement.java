package dev.lectern.formats;

/**
 * Where and when a contribution takes place; null where the file does not say.
 *
 * @param room as the file names it
 * @param startsAt as {@code 2027-03-02T10:00}, with an offset where the file has one
 */
public record Placement(String room, String startsAt) {

    static final Placement NONE = new Placement(null, null);

    boolean isComplete() {
        return room != null && startsAt != null;
    }
}
