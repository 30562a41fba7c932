package dev.lectern.catalog.contribution;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * What files said of a contribution last, by their format, so that the next of each tells what is news in it.
 *
 * @param latest the format of the last one; a file of a format that was never there is compared with that
 */
public record Imported(Map<String, Said> sources, String latest) {

    /** What one file said; {@code state} is null where it said none. */
    public record Said(
            Content content,
            @JsonProperty(isRequired = OptBoolean.FALSE) State state) {

        private static final Said NOTHING = new Said(new Content(null, null, null, null, null, null, null, null), null);
    }

    static final Imported NEVER = new Imported(Map.of(), null);

    boolean isFrom(String source) {
        return sources.containsKey(source);
    }

    /** What a file of this format is compared with. */
    Said before(String source) {
        return sources.getOrDefault(source, latest == null ? Said.NOTHING : sources.get(latest));
    }

    /** The same with other presenters, as they are called from now on. */
    Imported presentedBy(UnaryOperator<List<UUID>> renamed) {
        var all = new HashMap<>(sources);
        all.replaceAll((source, said) -> said.content().presenters() == null
                ? said
                : new Said(
                        said.content().presentedBy(renamed.apply(said.content().presenters())), said.state()));
        return new Imported(all, latest);
    }

    Imported with(String source, Said said) {
        var all = new HashMap<>(sources);
        all.put(source, said);
        return new Imported(all, source);
    }
}
