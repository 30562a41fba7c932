package dev.lectern.schedule.warning;

import dev.lectern.schedule.warning.Placing.Person;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * What there is to warn of. A presenter needs their changeover between any two of their talks, a room its own between
 * two talks in it. Rooms that are not exclusive count neither for that, nor for tracks, nor for breaks in all rooms:
 * nobody has to be in them at a time.
 */
final class Rules {

    /**
     * Nobody reads more; and if all talks of a large conference were at one time, all pairs of them would not fit in
     * memory.
     */
    static final int MOST = 10_000;

    private final List<Placing> placings;
    private final Predicate<Placing> concerned;
    private final Wording words;
    private final List<Warning> found = new ArrayList<>();

    private Rules(Collection<Placing> placings, Predicate<Placing> concerned, ZoneId zone) {
        this.placings = placings.stream().sorted(Placing.BY_START).toList();
        this.concerned = concerned;
        this.words = new Wording(zone);
    }

    /** Everything, in an order that depends on nothing but the schedule; at most {@value #MOST}. */
    static List<Warning> judge(Collection<Placing> placings, ZoneId zone) {
        return judge(placings, placing -> true, zone);
    }

    /** What is about one of those that are concerned, at least. */
    static List<Warning> judge(Collection<Placing> placings, Predicate<Placing> concerned, ZoneId zone) {
        var rules = new Rules(placings, concerned, zone);
        rules.judgeEach();
        rules.judgePresenters();
        rules.judgeRooms();
        rules.judgeTracks();
        rules.judgeBreaks();
        return rules.found.stream().sorted(Warning.ORDER).toList();
    }

    private void judgeEach() {
        var rules = new OneTalk(words);
        placings.stream()
                .filter(placing -> !placing.isBreak())
                .filter(concerned)
                .takeWhile(talk -> wantsMore())
                .forEach(talk -> rules.judge(talk, found::add));
    }

    private void judgePresenters() {
        talksByPresenter().forEach((presenter, theirs) -> {
            var sweep = new Sweep(theirs);
            sweep.overlaps((one, other) -> one.sharesSessionWith(other)
                    || warn(
                            "presenter-double-booked",
                            () -> "%s has to be at %s and %s at the same time"
                                    .formatted(other.presenter(presenter).name(), words.of(one), words.of(other)),
                            one,
                            other));
            sweep.successions((one, other) -> {
                var person = other.presenter(presenter);
                judgeChangeover(person.name(), person.changeover(), one, other);
            });
        });
    }

    private void judgeRooms() {
        groups(Placing::isToBeSatThrough, talk -> talk.venue().id())
                .values()
                .forEach(theirs -> new Sweep(theirs).successions((one, other) -> {
                    var venue = other.venue();
                    judgeChangeover(venue.name(), venue.changeover(), one, other);
                }));
    }

    private void judgeChangeover(String who, Integer needed, Placing one, Placing other) {
        var pause = Duration.between(one.when().end(), other.when().start()).toMinutes();
        if (needed != null && pause < needed) {
            warn(
                    "changeover-too-short",
                    () -> "%s needs %d minutes between %s and %s, and has %d"
                            .formatted(who, needed, words.of(one), words.of(other), pause),
                    one,
                    other);
        }
    }

    private void judgeTracks() {
        groups(talk -> talk.isToBeSatThrough() && talk.track() != null, Placing::track)
                .forEach((track, theirs) -> new Sweep(theirs)
                        .overlaps((one, other) -> warn(
                                "track-parallel",
                                () -> "The track “%s” is in parallel with itself: %s and %s"
                                        .formatted(track, words.of(one), words.of(other)),
                                one,
                                other)));
    }

    private void judgeBreaks() {
        var talksAndBreaks = placings.stream()
                .filter(placing -> placing.isTalk() || placing.isBreak())
                .toList();
        new Sweep(talksAndBreaks).overlapsWith(Placing::isBreak, (one, other) -> {
            var pause = one.isBreak() ? one : other;
            var talk = one.isBreak() ? other : one;
            return !meets(talk, pause)
                    || warn(
                            "break-overlap",
                            () -> "%s meets the break %s".formatted(words.of(talk), words.of(pause)),
                            talk,
                            pause);
        });
    }

    private static boolean meets(Placing talk, Placing pause) {
        return pause.venue() == null
                ? talk.isToBeSatThrough()
                : pause.venue().id().equals(talk.venue().id());
    }

    private Map<UUID, List<Placing>> talksByPresenter() {
        var talks = new LinkedHashMap<UUID, List<Placing>>();
        placings.forEach(talk -> talk.presenters().stream()
                .map(Person::id)
                .distinct()
                .forEach(presenter -> talks.computeIfAbsent(presenter, id -> new ArrayList<>())
                        .add(talk)));
        return talks;
    }

    private <K> Map<K, List<Placing>> groups(Predicate<Placing> which, Function<Placing, K> by) {
        var groups = new LinkedHashMap<K, List<Placing>>();
        placings.stream()
                .filter(which)
                .forEach(placing -> groups.computeIfAbsent(by.apply(placing), key -> new ArrayList<>())
                        .add(placing));
        return groups;
    }

    /** Whether there is room for more. */
    private boolean warn(String code, Supplier<String> detail, Placing one, Placing other) {
        if (wantsMore() && (concerned.test(one) || concerned.test(other))) {
            found.add(Warning.of(code, detail.get(), one, other));
        }
        return wantsMore();
    }

    private boolean wantsMore() {
        return found.size() < MOST;
    }
}
