package dev.lectern.catalog.contribution;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.OptBoolean;
import dev.lectern.catalog.presenter.Origin;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * What files said of a contribution last, by their origin, so that the next of each tells what is news in it.
 *
 * @param latest the origin of the last one; a file of an origin that was never there is compared with that
 */
public record Imported(Map<String, Said> sources, String latest) {

    /**
     * What one file said; {@code state} is null where it said none.
     *
     * @param source to which the ids belong; null in rows of earlier releases
     * @param id by which files of that source tell the contribution from others, null where they do that by the number
     * @param otherIds what else they call it
     */
    public record Said(
            Content content,
            @JsonProperty(isRequired = OptBoolean.FALSE) State state,
            @JsonProperty(isRequired = OptBoolean.FALSE) String source,
            @JsonProperty(isRequired = OptBoolean.FALSE) String id,
            @JsonProperty(isRequired = OptBoolean.FALSE) List<String> otherIds) {

        private static final Said NOTHING = new Said(
                new Content(new Subject(null, null, null, null, null), null, null, null), null, null, null, null);

        public Said {
            otherIds = otherIds == null ? List.of() : otherIds;
        }

        Said with(Content content, State state) {
            return new Said(content, state, source, id, otherIds);
        }
    }

    static final Imported NEVER = new Imported(Map.of(), null);

    boolean isFrom(Origin origin) {
        return sources.entrySet().stream()
                .anyMatch(said -> said.getKey().equals(origin.format())
                        ? origin.isOf(said.getValue().source())
                        : origin.source().equals(said.getValue().source()));
    }

    /** Whether files of another source have it still. */
    boolean isElsewhere(Origin origin) {
        return sources.values().stream()
                .anyMatch(said -> !origin.isOf(said.source()) && said.state() != State.WITHDRAWN);
    }

    boolean knows(Origin origin) {
        return sources.containsKey(key(origin));
    }

    /** What a file of this origin is compared with. */
    Said before(Origin origin) {
        return sources.getOrDefault(key(origin), latest == null ? Said.NOTHING : sources.get(latest));
    }

    /** The key of a source: that of an earlier release, which kept the format only, where there is no other. */
    private String key(Origin origin) {
        var earlier = sources.get(origin.format());
        return !sources.containsKey(origin.key()) && earlier != null && earlier.source() == null
                ? origin.format()
                : origin.key();
    }

    Imported with(Origin origin, Said said) {
        var all = new HashMap<>(sources);
        all.remove(key(origin));
        all.put(origin.key(), said);
        return new Imported(all, origin.key());
    }

    /** This memory, with files of this source saying last that the contribution is withdrawn. */
    Imported missedIn(Origin origin) {
        var all = new HashMap<>(sources);
        all.replaceAll(
                (key, said) -> key.equals(origin.format()) || origin.source().equals(said.source())
                        ? said.with(said.content(), State.WITHDRAWN)
                        : said);
        return new Imported(all, latest);
    }

    /** This memory with what files said made into something else. */
    Imported with(UnaryOperator<Content> change) {
        var all = new HashMap<>(sources);
        all.replaceAll((source, said) -> said.with(change.apply(said.content()), said.state()));
        return new Imported(all, latest);
    }

    /** What files call it, and nothing else that they said. */
    Imported idsOnly() {
        var all = new HashMap<>(sources);
        all.replaceAll((source, said) -> said.with(Content.NONE, null));
        return new Imported(all, latest);
    }

    Collection<Said> all() {
        return sources.values();
    }

    /** What files call it today, each once. */
    List<ExternalId> externalIds() {
        return sources.values().stream()
                .filter(said -> said.source() != null && said.id() != null)
                .map(said -> new ExternalId(said.source(), said.id()))
                .distinct()
                .sorted()
                .toList();
    }

    /** The id in the last file that had one; null where none had. */
    String lastId() {
        var last = latest == null ? null : sources.get(latest).id();
        return last != null
                ? last
                : sources.values().stream()
                        .map(Said::id)
                        .filter(Objects::nonNull)
                        .sorted()
                        .findFirst()
                        .orElse(null);
    }
}
