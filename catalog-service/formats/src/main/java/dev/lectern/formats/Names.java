package dev.lectern.formats;

import dev.lectern.chassis.text.PlainText;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * By what each entry of a file is told from the others: the best identifier that no other entry has. Those that have
 * all of them in common with others of the same title are one talk that happens several times, and are told apart by
 * the order of their times.
 */
final class Names {

    /**
     * An entry.
     *
     * @param identifiers the best kind first, null where it has none of a kind, as long as those of all others
     */
    record Entry(List<String> identifiers, String title, Placement placement) {}

    /**
     * @param id null where nothing tells the entry from the others, not even when and where it is
     * @param others what else the file calls it
     * @param kind the place of the id among the identifiers
     * @param occurrence from 1
     */
    record Name(String id, List<String> others, int kind, int occurrence) {}

    private final List<Entry> entries;
    private final List<Map<String, List<Integer>>> holders = new ArrayList<>();
    private final Name[] names;
    private final Set<String> taken = new HashSet<>();

    private Names(List<Entry> entries, int kinds) {
        this.entries = entries;
        this.names = new Name[entries.size()];
        for (var kind = 0; kind < kinds; kind++) {
            holders.add(holders(kind));
        }
    }

    /** In the order of the entries. */
    static List<Name> of(List<Entry> entries) {
        var kinds = entries.isEmpty() ? 0 : entries.get(0).identifiers().size();
        var names = new Names(entries, kinds);
        // What one entry says outright is not taken by another that has to make do with it.
        IntStream.range(0, kinds).forEach(names::nameUnshared);
        IntStream.range(0, kinds).forEach(names::nameOccurrences);
        return Arrays.stream(names.names)
                .map(name -> Objects.requireNonNullElse(name, new Name(null, List.of(), kinds, 1)))
                .toList();
    }

    private Map<String, List<Integer>> holders(int kind) {
        var byIdentifier = new LinkedHashMap<String, List<Integer>>();
        for (var i = 0; i < entries.size(); i++) {
            var identifier = identifier(i, kind);
            if (identifier != null) {
                byIdentifier
                        .computeIfAbsent(identifier, any -> new ArrayList<>())
                        .add(i);
            }
        }
        return byIdentifier;
    }

    /** Null for a placeholder too. */
    private String identifier(int entry, int kind) {
        var identifier = entries.get(entry).identifiers().get(kind);
        return identifier == null || PersonIds.isPlaceholder(identifier) ? null : identifier;
    }

    private void nameUnshared(int kind) {
        holders.get(kind).forEach((identifier, entriesWithIt) -> {
            var entry = entriesWithIt.get(0);
            if (entriesWithIt.size() == 1 && names[entry] == null && taken.add(identifier)) {
                names[entry] = name(entry, identifier, kind, 1);
            }
        });
    }

    private void nameOccurrences(int kind) {
        holders.get(kind).forEach((identifier, entriesWithIt) -> {
            if (entriesWithIt.stream().map(this::title).distinct().count() == 1) {
                nameOccurrences(identifier, kind, entriesWithIt);
            }
        });
    }

    /** Names the entries that have no name yet; one at the same time and place as another stays without a name. */
    private void nameOccurrences(String identifier, int kind, List<Integer> entriesWithIt) {
        var places = entriesWithIt.stream()
                .filter(entry -> names[entry] != null)
                .map(this::placement)
                .collect(Collectors.toSet());
        var inOrder = entriesWithIt.stream()
                .filter(entry -> names[entry] == null)
                .sorted(Comparator.comparing(this::start).thenComparing(this::room))
                .filter(entry -> places.add(placement(entry)))
                .toList();
        for (var i = 0; i < inOrder.size(); i++) {
            var id = i == 0 ? identifier : identifier + "#" + (i + 1);
            if (taken.add(id)) {
                names[inOrder.get(i)] = name(inOrder.get(i), id, kind, i + 1);
            }
        }
    }

    private Name name(int entry, String id, int kind, int occurrence) {
        var others = IntStream.range(0, holders.size())
                .mapToObj(other -> identifier(entry, other))
                .filter(identifier -> identifier != null && !identifier.equals(id))
                .distinct()
                .toList();
        return new Name(id, others, kind, occurrence);
    }

    private String title(int entry) {
        return PlainText.bare(entries.get(entry).title());
    }

    private Placement placement(int entry) {
        return entries.get(entry).placement();
    }

    private String room(int entry) {
        var room = placement(entry).room();
        return room == null ? "" : room;
    }

    /** What has no time comes last. */
    private Instant start(int entry) {
        var startsAt = placement(entry).startsAt();
        try {
            return startsAt == null
                    ? Instant.MAX
                    : startsAt.length() > "2027-03-02T10:00:00".length()
                            ? OffsetDateTime.parse(startsAt).toInstant()
                            : LocalDateTime.parse(startsAt).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return Instant.MAX;
        }
    }
}
