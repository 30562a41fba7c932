package dev.lectern.formats;

import java.util.Locale;
import java.util.Map;

/** What files call the states of a contribution: pretalx, frab, Sessionize, and this system's own tables. */
final class StateWord {

    private static final Map<String, String> STATES = Map.ofEntries(
            Map.entry("proposed", "PROPOSED"),
            Map.entry("submitted", "PROPOSED"),
            Map.entry("new", "PROPOSED"),
            Map.entry("nominated", "PROPOSED"),
            Map.entry("waitlisted", "PROPOSED"),
            Map.entry("accept_queue", "ACCEPTED"),
            Map.entry("decline_queue", "REJECTED"),
            Map.entry("declined", "REJECTED"),
            Map.entry("pending", "PROPOSED"),
            Map.entry("review", "PROPOSED"),
            Map.entry("accepting", "ACCEPTED"),
            Map.entry("accepted", "ACCEPTED"),
            Map.entry("unconfirmed", "ACCEPTED"),
            Map.entry("confirmed", "CONFIRMED"),
            Map.entry("scheduled", "CONFIRMED"),
            Map.entry("rejecting", "REJECTED"),
            Map.entry("rejected", "REJECTED"),
            Map.entry("withdrawn", "WITHDRAWN"),
            Map.entry("canceled", "WITHDRAWN"),
            Map.entry("cancelled", "WITHDRAWN"));

    private StateWord() {}

    /** As {@link ReportedContribution} has it; null for a word that means none of them. */
    static String state(String word) {
        return word == null ? null : STATES.get(folded(word));
    }

    /** Whether it is of something that is no contribution any more, or not yet. */
    static boolean isOfNone(String word) {
        return word != null && (folded(word).equals("deleted") || folded(word).equals("draft"));
    }

    private static String folded(String word) {
        return word.strip().toLowerCase(Locale.ROOT);
    }
}
