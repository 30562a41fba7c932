package dev.lectern.schedule.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.schedule.edit.RandomEdits.Draw;
import dev.lectern.schedule.edit.RandomEdits.Named;
import dev.lectern.schedule.timetable.Booking;
import dev.lectern.schedule.timetable.Placement;
import dev.lectern.schedule.timetable.Session;
import dev.lectern.schedule.timetable.Slot;
import dev.lectern.schedule.timetable.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Whatever is asked for in whatever order: no room is ever double booked, each accepted change is one version, history
 * tells how it was, what is undone is as before, and whoever should hear of something does. The same draws are tried on
 * the database by {@code RandomStoredEditsTest}.
 */
class RandomEditsTest {

    private static final int CHANGES = 100;

    @Property(tries = 100)
    void anySequenceOfChangesKeepsItsPromises(@ForAll("changes") List<List<Draw>> drawn) {
        // Given
        var schedule = RandomEdits.schedule();
        var versions = new TreeMap<>(Map.of(RandomEdits.FIRST_VERSION, schedule.now()));
        // When
        for (var draws : drawn) {
            var before = schedule.schedule().version();
            var outcome = schedule.apply(operations(draws, schedule));
            // Then
            requireOneVersion(schedule, outcome, before, versions);
            requireNobodyInTheWay(schedule.bookings());
            requireTalksInTheirSessions(schedule.bookings());
            requireNothingUntold(schedule);
        }
        requireHistory(schedule, versions);
        requireRestored(schedule, versions, drawn.size());
    }

    @Provide
    Arbitrary<List<List<Draw>>> changes() {
        var number = Arbitraries.integers().between(0, 999);
        var draw = Combinators.combine(number, number, number, number, number).as(Draw::new);
        return draw.list().ofMinSize(1).ofMaxSize(3).list().ofSize(CHANGES);
    }

    /** Now and then the agenda is published or taken back. */
    private static Operation[] operations(List<Draw> draws, PlainSchedule schedule) {
        if (draws.get(0).kind() % 50 == 49) {
            return new Operation[] {schedule.schedule().isPublished() ? new Unpublish() : new Publish()};
        }
        var version = schedule.schedule().version();
        return RandomEdits.operations(draws, version, Named.of(schedule.now())).toArray(Operation[]::new);
    }

    private static void requireOneVersion(
            PlainSchedule schedule, Outcome outcome, long before, Map<Long, Snapshot> versions) {
        var version = schedule.schedule().version();
        var last = versions.get(before);
        if (outcome.refusal().isPresent()) {
            assertThat(version).isEqualTo(before);
            assertThat(schedule.now()).isEqualTo(last);
        } else if (outcome.change().isPresent()) {
            assertThat(version).isEqualTo(before + 1);
            versions.put(version, schedule.now());
        } else {
            assertThat(schedule.now()).isEqualTo(last);
        }
    }

    private static void requireNobodyInTheWay(List<Booking> bookings) {
        for (var one : bookings) {
            for (var other : bookings) {
                var together = one != other
                        && one.isPlaced()
                        && other.isPlaced()
                        && one.room() != null
                        && one.room().equals(other.room())
                        && one.isBlock() == other.isBlock()
                        && one.when().start().isBefore(other.when().end())
                        && other.when().start().isBefore(one.when().end());
                assertThat(together)
                        .as("%s and %s", one.called(), other.called())
                        .isFalse();
            }
        }
    }

    private static void requireTalksInTheirSessions(List<Booking> bookings) {
        for (var booking : bookings) {
            if (booking instanceof Slot slot && slot.sessionId() != null) {
                var session = bookings.stream()
                        .filter(other -> other.id().equals(slot.sessionId()))
                        .map(Session.class::cast)
                        .findFirst()
                        .orElseThrow();
                assertThat(session.holds(slot)).isTrue();
            }
        }
    }

    private static void requireNothingUntold(PlainSchedule schedule) {
        var published = schedule.schedule().isPublished();
        assertThat(schedule.bookings())
                .allSatisfy(booking -> assertThat(
                                booking.news(published, schedule.conference().timeZone()))
                        .as(booking.called())
                        .isEmpty());
    }

    private static void requireHistory(PlainSchedule schedule, NavigableMap<Long, Snapshot> versions) {
        var newest = versions.get(versions.lastKey());
        versions.forEach((version, then) -> {
            var diff = Diff.between(schedule, version, versions.lastKey());
            assertThat(changed(newest.slots(), diff.slotsBefore())).isEqualTo(withPlace(then));
            assertThat(changed(newest.breaks(), diff.breaksBefore())).isEqualTo(then.breaks());
            assertThat(changed(newest.sessions(), diff.sessionsBefore())).isEqualTo(then.sessions());
        });
    }

    private static Map<Integer, ?> withPlace(Snapshot then) {
        var placed = new TreeMap<>(then.slots());
        placed.values().removeIf(placement -> placement.spot().isEmpty());
        return placed;
    }

    private static <K extends Comparable<K>, V> Map<K, V> changed(Map<K, V> now, Map<K, Optional<V>> before) {
        var then = new TreeMap<>(now);
        before.forEach((key, state) -> {
            then.remove(key);
            state.filter(RandomEditsTest::isSomewhere).ifPresent(value -> then.put(key, value));
        });
        return then;
    }

    private static boolean isSomewhere(Object state) {
        return !(state instanceof Placement placement) || placement.spot().isPresent();
    }

    private static void requireRestored(PlainSchedule schedule, NavigableMap<Long, Snapshot> versions, int drawn) {
        var versionsOfThePast = List.copyOf(versions.keySet());
        var past = versionsOfThePast.get(drawn % versionsOfThePast.size());
        var before = schedule.now();
        var restored = schedule.apply(new Restore(past));
        assertThat(schedule.now()).isEqualTo(versions.get(past));
        restored.change().ifPresent(change -> {
            schedule.apply(new Revert(change.version()));
            assertThat(schedule.now()).isEqualTo(before);
        });
    }
}
