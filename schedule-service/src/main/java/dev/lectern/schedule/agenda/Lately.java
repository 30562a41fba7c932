package dev.lectern.schedule.agenda;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** What was made lately and may be wanted again: so much at most, and what was wanted longest ago goes first. */
final class Lately<K, V> {

    private final Map<K, V> made;

    Lately(int most) {
        made = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    /** Two threads that want the same at the same time may both make it. */
    V get(K key, Function<K, V> make) {
        synchronized (made) {
            var there = made.get(key);
            if (there != null) {
                return there;
            }
        }
        var value = make.apply(key);
        synchronized (made) {
            made.put(key, value);
        }
        return value;
    }
}
