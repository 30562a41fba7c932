package dev.lectern.catalog.presenter;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * What files said of a presenter last, by their origin, so that two that spell a name differently do not take turns in
 * changing it.
 */
public record ImportedPerson(Map<String, Said> sources) {

    /**
     * What one file said.
     *
     * @param source to which the id belongs; null in rows of earlier releases
     * @param id by which files of that source tell people apart, null where they do that by the names
     * @param email the last address that any of them said
     */
    public record Said(
            PersonName name,
            @JsonProperty(isRequired = OptBoolean.FALSE) String source,
            @JsonProperty(isRequired = OptBoolean.FALSE) String id,
            @JsonProperty(isRequired = OptBoolean.FALSE) String email) {}

    static final ImportedPerson NEVER = new ImportedPerson(Map.of());

    /** Under which rows of earlier releases have what the last file said, whatever its origin. */
    private static final String EARLIER = "earlier";

    /** Null when no file of this origin has named them. */
    Said before(Origin origin) {
        return sources.getOrDefault(origin.key(), sources.get(EARLIER));
    }

    ImportedPerson with(Origin origin, Said said) {
        var all = new HashMap<>(sources);
        all.remove(EARLIER);
        all.put(origin.key(), said);
        return new ImportedPerson(all);
    }

    Collection<Said> all() {
        return sources.values();
    }
}
