package dev.lectern.formats;

import com.fasterxml.jackson.core.JsonStreamContext;

/** Where something stands in a JSON file, as a JSON pointer. */
final class JsonPlace {

    /**
     * In characters, of all names on the way: no format has deeper places, and a room's name is the longest that stands
     * in one.
     */
    static final int LONGEST = 500;

    private JsonPlace() {}

    /**
     * "" where the names on the way are longer than those of any format: they would be written anew for each thing
     * below them.
     */
    static String of(JsonStreamContext context) {
        var length = 0;
        for (var at = context; at != null && length <= LONGEST; at = at.getParent()) {
            length += at.getCurrentName() == null ? 1 : at.getCurrentName().length();
        }
        return length > LONGEST ? "" : context.pathAsPointer().toString();
    }
}
