package dev.lectern.catalog.contribution;

import java.util.Comparator;

/** What the files of a source call a contribution. */
public record ExternalId(String source, String id) implements Comparable<ExternalId> {

    private static final Comparator<ExternalId> ORDER =
            Comparator.comparing(ExternalId::source).thenComparing(ExternalId::id);

    @Override
    public int compareTo(ExternalId other) {
        return ORDER.compare(this, other);
    }
}
