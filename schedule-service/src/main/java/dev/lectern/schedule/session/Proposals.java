package dev.lectern.schedule.session;

import dev.lectern.schedule.replica.Contribution;
import dev.lectern.schedule.replica.Contributions;
import dev.lectern.schedule.store.StoredTimetable;
import dev.lectern.schedule.timetable.Session;
import dev.lectern.schedule.timetable.SessionName;
import dev.lectern.schedule.timetable.Talk;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Which contributions could be put into which sessions, by title: their submitters filed them there, and they are in
 * none.
 */
record Proposals(List<Proposal> sessions) {

    /** @param session the one with that title, null when there is none yet */
    record Proposal(String title, SessionName session, List<Talk> contributions) {}

    /** The one with this title, in whatever case. */
    Optional<Proposal> entitled(String title) {
        return sessions.stream()
                .filter(proposal -> key(proposal.title()).equals(key(title)))
                .findFirst();
    }

    static Proposals of(UUID conference) {
        var timetable = StoredTimetable.of(conference);
        var seated = timetable.seated();
        var proposed = Contributions.allOf(conference).stream()
                .filter(talk -> !talk.withdrawn() && !seated.contains(talk.number()))
                .filter(talk -> talk.sessionClassification().isPresent())
                .collect(Collectors.groupingBy(
                        talk -> key(talk.sessionClassification().orElseThrow()), TreeMap::new, Collectors.toList()));
        var known = timetable.sessions().stream()
                .map(Session::named)
                .collect(
                        Collectors.toMap(session -> key(session.title()), Function.identity(), (first, next) -> first));
        return new Proposals(
                proposed.values().stream().map(talks -> proposal(talks, known)).toList());
    }

    private static Proposal proposal(List<Contribution> talks, Map<String, SessionName> known) {
        var title = talks.get(0).sessionClassification().orElseThrow();
        var session = Optional.ofNullable(known.get(key(title)));
        return new Proposal(
                session.map(SessionName::title).orElse(title),
                session.orElse(null),
                talks.stream()
                        .map(talk -> new Talk(talk.number(), talk.title()))
                        .toList());
    }

    /** Titles are told apart by their letters, not by the case of these. */
    private static String key(String title) {
        return title.strip().toLowerCase(Locale.ROOT);
    }
}
