package dev.lectern.schedule.warning;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The rules that a talk keeps or breaks whatever else there is, and a session as far as its room and chairs have to be
 * available.
 */
final class OneTalk {

    private final Wording words;

    OneTalk(Wording words) {
        this.words = words;
    }

    void judge(Placing talk, Consumer<Warning> found) {
        if (talk.isTalk()) {
            judgeTime(talk, found);
            judgeRoom(talk, found);
            judgePeople(talk, found);
        }
        judgeAvailability(talk, found);
    }

    private void judgePeople(Placing talk, Consumer<Warning> found) {
        if (talk.presenters().isEmpty()) {
            var detail = "%s has no presenter, so nobody is told of its place".formatted(words.of(talk));
            found.accept(Warning.of("no-presenter", detail, talk));
        }
    }

    private void judgeTime(Placing talk, Consumer<Warning> found) {
        var minutes = talk.when().minutes();
        if (talk.minutes() != null && talk.minutes() != minutes) {
            var detail = "%s has %d minutes, and should have %d".formatted(words.of(talk), minutes, talk.minutes());
            found.accept(Warning.of("duration-mismatch", detail, talk));
        }
        if (words.goesPastMidnight(talk.when())) {
            found.accept(Warning.of("across-midnight", words.of(talk) + " goes on past midnight", talk));
        }
    }

    private void judgeRoom(Placing talk, Consumer<Warning> found) {
        var seats = talk.venue().capacity();
        if (talk.audience() != null && seats != null && talk.audience() > seats) {
            var detail = "%d people are expected at %s, which has room for %d"
                    .formatted(talk.audience(), words.of(talk), seats);
            found.accept(Warning.of("over-capacity", detail, talk));
        }
        var missing = missing(talk.features(), talk.venue().features());
        if (!missing.isEmpty()) {
            var detail = "%s needs what its room does not have: %s".formatted(words.of(talk), missing);
            found.accept(Warning.of("feature-missing", detail, talk));
        }
    }

    /** Features are told apart by their letters, not by the case of these. */
    private static String missing(List<String> needed, List<String> there) {
        var present = there.stream().map(OneTalk::plain).collect(Collectors.toSet());
        return needed.stream()
                .filter(feature -> !present.contains(plain(feature)))
                .collect(Collectors.joining(", "));
    }

    private static String plain(String feature) {
        return feature.toLowerCase(Locale.ROOT);
    }

    private void judgeAvailability(Placing talk, Consumer<Warning> found) {
        talk.presenters().stream()
                .filter(presenter -> !talk.isWithin(presenter.available()))
                .forEach(presenter ->
                        found.accept(Warning.of("presenter-unavailable", unavailable(presenter.name(), talk), talk)));
        if (!talk.isWithin(talk.venue().available())) {
            found.accept(Warning.of("room-unavailable", unavailable(talk.venue().name(), talk), talk));
        }
    }

    private String unavailable(String who, Placing talk) {
        return "%s is not available during all of %s".formatted(who, words.of(talk));
    }
}
