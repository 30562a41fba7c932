package dev.lectern.notification.mail;

import dev.lectern.notification.notice.Difference;
import dev.lectern.notification.notice.Facts;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is new to a reader who was told something before, in sentences that claim no more than is true. */
final class News {

    /** What is said by its sentence alone; the others are said together. */
    private static final Set<String> PLACE = Set.of("startsAt", "room", "timeZone");

    private final Facts old;
    private final Facts current;
    private final List<String> fields;
    private final Sayings sayings;

    News(MailRequest request, Sayings sayings) {
        this.old = request.old();
        this.current = request.current();
        this.fields =
                request.content().differences().stream().map(Difference::field).toList();
        this.sayings = sayings;
    }

    /** Whether it is at another moment or in another room. */
    boolean isMove() {
        return movedInTime() || (fields.contains("room") && roomsAreKnown() && !isSameRoom());
    }

    /** Whether the room that it was in and is in has another name now. */
    boolean isRenamedRoom() {
        return fields.contains("room") && isSameRoom();
    }

    Phrase sentences() {
        if (isMove()) {
            return sayings.say("opening.moved");
        }
        if (fields.contains("room") && !roomsAreKnown()) {
            return sayings.say("opening.changed");
        }
        var sentences = new ArrayList<Phrase>();
        if (isRenamedRoom()) {
            sentences.add(sayings.say("news.room"));
        }
        if (fields.contains("timeZone")) {
            sentences.add(sayings.say("news.timeZone"));
        }
        sentences.add(others());
        sentences.add(sayings.say("stays", Map.of("stays", stays())));
        return Phrase.sentences(sentences);
    }

    /** In the order in which the mail lists them. */
    private Phrase others() {
        var others = fields.stream().filter(field -> !PLACE.contains(field)).toList();
        return switch (others.size()) {
            case 0 -> Phrase.EMPTY;
            case 1 -> sayings.say("news." + others.get(0));
            default -> sayings.say("news.several", Map.of("fields", sayings.list("field.", others)));
        };
    }

    /** The time, or as much of it as stays. */
    private String stays() {
        if (fields.contains("startsAt")) {
            return "moment";
        }
        var isLonger = fields.contains("durationMinutes");
        if (fields.contains("timeZone")) {
            return isLonger ? "localStart" : "localTime";
        }
        return isLonger ? "start" : "time";
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
