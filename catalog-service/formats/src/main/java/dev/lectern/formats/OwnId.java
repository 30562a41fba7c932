package dev.lectern.formats;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** What Lectern's own files call things: their ids, which calendars have with {@code @lectern} behind them. */
final class OwnId {

    private static final String DOMAIN = "@lectern";
    private static final Pattern ID =
            Pattern.compile("([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})(?:" + DOMAIN + ")?");

    private OwnId() {}

    /** Empty for null, and for what no file of ours calls anything. */
    static Optional<UUID> of(String name) {
        var id = ID.matcher(name == null ? "" : name);
        return id.matches() ? Optional.of(UUID.fromString(id.group(1))) : Optional.empty();
    }

    /** Whether that is the UID of an entry in a calendar of ours. */
    static boolean isOfCalendar(String uid) {
        return uid != null && uid.endsWith(DOMAIN) && of(uid).isPresent();
    }
}
