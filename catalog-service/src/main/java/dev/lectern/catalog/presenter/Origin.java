package dev.lectern.catalog.presenter;

import java.util.Objects;

/**
 * Where a file comes from. Ids belong to its source; what it says is compared with the last one of the same source and
 * format, for formats do not have all fields.
 */
public record Origin(String source, String format) {

    /** By which what files said is kept. */
    public String key() {
        return source.equals(format) ? format : format + " of " + source;
    }

    /**
     * Whether that came from here.
     *
     * @param otherSource null where an earlier release kept only the format, or not even that
     */
    public boolean isOf(String otherSource) {
        return otherSource == null || Objects.equals(otherSource, source);
    }
}
