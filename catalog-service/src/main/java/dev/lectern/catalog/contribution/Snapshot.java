package dev.lectern.catalog.contribution;

import dev.lectern.catalog.presenter.PersonName;
import java.util.Map;

/** All that people can change of a contribution, as it was at one time. */
record Snapshot(Content content, Needs needs, State state) {

    /** Before there was anything. */
    static final Snapshot NONE = new Snapshot(Content.NONE, Needs.NONE, null);

    /** This snapshot without authors of this name. */
    Snapshot without(PersonName name) {
        return new Snapshot(content.without(name), needs, state);
    }

    /** By the names that the API has for them. */
    Map<String, Object> fields() {
        var fields = content.fields();
        fields.put("expectedAudience", needs.expectedAudience());
        fields.put("features", needs.features());
        fields.put("state", state);
        return fields;
    }
}
