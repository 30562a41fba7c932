package dev.lectern.notification.mail;

import dev.lectern.notification.notice.Difference;
import dev.lectern.notification.notice.Facts;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What is new to a reader who was told something before, in sentences that claim no more than is true. */
final class News {

    private static final Map<String, String> NOUNS = Map.of(
            "durationMinutes", "duration",
            "title", "title",
            "abstract", "abstract",
            "type", "type",
            "track", "track");

    private final MailRequest request;
    private final Facts old;
    private final Facts current;
    private final Set<String> fields;

    News(MailRequest request) {
        this.request = request;
        this.old = request.old();
        this.current = request.current();
        this.fields =
                request.content().differences().stream().map(Difference::field).collect(Collectors.toSet());
    }

    /** Whether it is at another moment or in another room. */
    boolean isMove() {
        return movedInTime() || (fields.contains("room") && roomsAreKnown() && !isSameRoom());
    }

    /** Whether the room that it was in and is in has another name now. */
    boolean isRenamedRoom() {
        return fields.contains("room") && isSameRoom();
    }

    Phrase sentence() {
        if (isMove()) {
            return now("has moved");
        }
        if (fields.contains("room") && !roomsAreKnown()) {
            return now("has changed");
        }
        return renamedRoom().and(otherZone()).and(others()).and(whatStays());
    }

    private Phrase now(String happened) {
        return Phrase.of(
                "Your " + noun() + " “{}” at “{}” " + happened + ". It is now on {}, in {}.",
                current.title(),
                Letter.conference(request),
                When.of(current),
                current.room());
    }

    private Phrase renamedRoom() {
        return isRenamedRoom()
                ? Phrase.of("The room of your " + noun() + " is now called {}. ", current.room())
                : Phrase.of("");
    }

    private Phrase otherZone() {
        return fields.contains("timeZone")
                ? Phrase.of("The time zone of your " + noun() + " is now {}. ", current.timeZone())
                : Phrase.of("");
    }

    private Phrase others() {
        var nouns = nouns();
        if (nouns.isEmpty()) {
            return Phrase.of("");
        }
        var isOne = nouns.size() == 1 && !nouns.get(0).endsWith("s");
        return Phrase.of("The " + enumerated(nouns) + " of your " + noun() + (isOne ? " has" : " have") + " changed. ");
    }

    /** In the order in which the mail lists them. */
    private List<String> nouns() {
        return request.content().differences().stream()
                .map(Difference::field)
                .map(field -> field.equals(Letter.PRESENTERS) ? Letter.presenters(request) : NOUNS.get(field))
                .filter(noun -> noun != null)
                .toList();
    }

    private static String enumerated(List<String> nouns) {
        var last = nouns.size() - 1;
        return last == 0 ? nouns.get(0) : String.join(", ", nouns.subList(0, last)) + " and " + nouns.get(last);
    }

    private Phrase whatStays() {
        return Phrase.of(
                stays() + " and room stay: “{}” at “{}” is on {}, in {}.",
                current.title(),
                Letter.conference(request),
                When.of(current),
                current.room());
    }

    /** The time, or as much of it as stays. */
    private String stays() {
        var start = fields.contains("durationMinutes") ? "start time" : "time";
        if (fields.contains("startsAt")) {
            return "The moment";
        }
        return fields.contains("timeZone") ? "Local " + start : start.equals("time") ? "Time" : "Start time";
    }

    private String noun() {
        return Letter.noun(request);
    }

    /**
     * A clock that shows something else in another zone may be the same moment; and what the clock of another zone
     * shows stays, if it does.
     */
    private boolean movedInTime() {
        return fields.contains("startsAt") && !old.startsAt().isEqual(current.startsAt());
    }

    private boolean roomsAreKnown() {
        return old.roomSlug() != null && current.roomSlug() != null;
    }

    private boolean isSameRoom() {
        return roomsAreKnown() && old.roomSlug().equals(current.roomSlug());
    }

    /** What a clock in the room shows when it starts. */
    static LocalDateTime clock(Facts facts) {
        return facts.startsAt().atZoneSameInstant(ZoneId.of(facts.timeZone())).toLocalDateTime();
    }
}
