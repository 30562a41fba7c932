package dev.lectern.schedule.edit;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What became of things of one kind: how each was before the first change that altered it, and after the last. Empty is
 * what did not exist.
 */
record MapDiff<K extends Comparable<K>, V>(Map<K, Optional<V>> before, Map<K, Optional<V>> after) {

    MapDiff() {
        this(new TreeMap<>(), new TreeMap<>());
    }

    void append(Map<K, V> was, Map<K, V> is) {
        was.keySet().forEach(key -> after.put(key, Optional.empty()));
        is.forEach((key, value) -> {
            before.putIfAbsent(key, Optional.ofNullable(was.get(key)));
            after.put(key, Optional.of(value));
        });
        was.forEach((key, value) -> before.putIfAbsent(key, Optional.of(value)));
    }

    MapDiff<K, V> backwards() {
        return new MapDiff<>(after, before);
    }

    /** The keys of what is different in the end, in the eyes of whoever looks. */
    List<K> different(Function<Optional<V>, ?> look) {
        return before.keySet().stream()
                .filter(key -> !Objects.equals(look.apply(before.get(key)), look.apply(after.get(key))))
                .toList();
    }
}
