package dev.lectern.stack.inbox;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A message as the page lists it.
 *
 * @param text the beginning of its text on one line, for searches; null where it is not kept
 */
record Letter(@JsonUnwrapped MessageItem item, String text) {

    /** Enough for a notice's first half, little enough for thousands of messages in memory. */
    private static final int SEARCHABLE_CHARACTERS = 1_000;

    private static final int SNIPPET_CHARACTERS = 150;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    static Letter of(Message message) {
        var text = Objects.requireNonNullElse(message.text(), "").strip().replaceAll("\\s+", " ");
        return new Letter(message.item(), beginning(text, SEARCHABLE_CHARACTERS));
    }

    Letter withoutText() {
        return new Letter(item, null);
    }

    /** Whether each of these words, in lower case, is somewhere in it. */
    boolean hasAll(List<String> words) {
        return words.stream().allMatch(this::has);
    }

    private boolean has(String word) {
        return Stream.concat(Stream.of(item.from(), item.subject(), text), item.to().stream())
                .anyMatch(part -> part != null && part.toLowerCase(Locale.ROOT).contains(word));
    }

    public String snippet() {
        return text == null ? "" : beginning(text, SNIPPET_CHARACTERS);
    }

    /** As the clock on the wall of the reader, who sits at this machine. */
    public String time() {
        var local = local();
        return local.toLocalDate().equals(LocalDate.now(local.getZone())) ? TIME.format(local) : DAY.format(local);
    }

    ZonedDateTime local() {
        return OffsetDateTime.parse(item.date()).atZoneSameInstant(ZoneId.systemDefault());
    }

    private static String beginning(String text, int most) {
        return text.length() <= most
                ? text
                : text.substring(0, text.offsetByCodePoints(0, text.codePointCount(0, most)));
    }
}
