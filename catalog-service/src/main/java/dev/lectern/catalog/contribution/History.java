package dev.lectern.catalog.contribution;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.lectern.chassis.http.Page;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who changed what of a contribution, and when. */
final class History {

    /** @param announced whether presenters were to be told */
    @Schema(name = "ContributionHistoryItem")
    record Item(
            long revision,
            Instant changedAt,
            String author,
            String comment,
            String internalComment,
            boolean announced,
            List<Change> changes) {}

    /**
     * A field by its name in the API, with its values there; presenters are named as they are now, as whom they are,
     * and missing once they are erased.
     */
    @Schema(name = "ContributionChange")
    record Change(
            String field, Object old, @JsonProperty("new") Object now) {}

    private record Step(HistoryEntry entry, Snapshot before) {}

    private History() {}

    /** The newest first. */
    static Page<Item> page(UUID contribution, long before, int size) {
        // One more to be compared with the last, and one to know whether there are more.
        var entries = HistoryEntry.of(contribution, before, size + 1);
        var steps = IntStream.range(0, entries.size())
                .mapToObj(i -> new Step(
                        entries.get(i),
                        i + 1 < entries.size() ? entries.get(i + 1).snapshot() : Snapshot.NONE))
                .toList();
        return Page.of(steps, size, step -> step.entry().revision(), History::item);
    }

    private static Item item(Step step) {
        var entry = step.entry();
        return new Item(
                entry.revision(),
                entry.changedAt(),
                entry.author(),
                entry.comment(),
                entry.internalComment(),
                entry.announced(),
                changes(step.before(), entry.snapshot()));
    }

    private static List<Change> changes(Snapshot before, Snapshot after) {
        var old = before.fields();
        return after.fields().entrySet().stream()
                .filter(field -> !Objects.equals(field.getValue(), old.get(field.getKey())))
                .map(field ->
                        new Change(field.getKey(), shown(field.getKey(), old), shown(field.getKey(), after.fields())))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static Object shown(String field, Map<String, Object> fields) {
        var value = fields.get(field);
        return field.equals("presenters") ? ListedPresenter.today((List<UUID>) value) : value;
    }
}
