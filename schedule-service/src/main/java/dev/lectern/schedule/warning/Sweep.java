package dev.lectern.schedule.warning;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * Goes through placings once, by start, and finds those that are close: the effort is that of sorting, and of what is
 * found.
 */
final class Sweep {

    private final List<Placing> byStart;

    Sweep(List<Placing> placings) {
        this.byStart = placings.stream().sorted(Placing.BY_START).toList();
    }

    /** All pairs that overlap, the earlier first, for as long as more are wanted. */
    void overlaps(BiPredicate<Placing, Placing> wantsMore) {
        var running = running();
        for (var next : byStart) {
            forgetEnded(running, next);
            if (!each(running, next, wantsMore)) {
                return;
            }
            running.add(next);
        }
    }

    /**
     * All pairs that overlap and of which one is of the kind and the other is not, the earlier first, for as long as
     * more are wanted.
     */
    void overlapsWith(Predicate<Placing> kind, BiPredicate<Placing, Placing> wantsMore) {
        var ofKind = running();
        var others = running();
        for (var next : byStart) {
            forgetEnded(ofKind, next);
            forgetEnded(others, next);
            var isOfKind = kind.test(next);
            if (!each(isOfKind ? others : ofKind, next, wantsMore)) {
                return;
            }
            (isOfKind ? ofKind : others).add(next);
        }
    }

    /** Each with the one that ended last before it starts. */
    void successions(BiConsumer<Placing, Placing> pair) {
        var ended = new TreeMap<Instant, Placing>();
        for (var next : byStart) {
            var last = ended.floorEntry(next.when().start());
            if (last != null) {
                pair.accept(last.getValue(), next);
            }
            ended.putIfAbsent(next.when().end(), next);
        }
    }

    private static PriorityQueue<Placing> running() {
        return new PriorityQueue<>(
                Comparator.comparing(placing -> placing.when().end()));
    }

    private static void forgetEnded(PriorityQueue<Placing> running, Placing next) {
        while (!running.isEmpty()
                && !running.peek().when().end().isAfter(next.when().start())) {
            running.remove();
        }
    }

    private static boolean each(Iterable<Placing> running, Placing next, BiPredicate<Placing, Placing> wantsMore) {
        for (var earlier : running) {
            if (!wantsMore.test(earlier, next)) {
                return false;
            }
        }
        return true;
    }
}
