package dev.lectern.notification.mail;

import dev.lectern.notification.notice.Facts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;

/** The words of a page in one language, as plain text: whatever shows them escapes them. */
public record Wording(Language language, ZoneId zone) {

    public String tag() {
        return language.tag();
    }

    public String direction() {
        return language.direction();
    }

    /** @param values what comes from outside, by the names of the message's arguments */
    public String say(String key, Map<String, String> values) {
        var marked = new HashMap<String, String>();
        values.forEach((name, value) -> marked.put(name, Phrase.marked(value)));
        return language.say(key, marked).plain();
    }

    /** A message that depends on how many it is about. */
    public String count(String key, int count, Map<String, String> values) {
        var arguments = new HashMap<String, Object>();
        values.forEach((name, value) -> arguments.put(name, Phrase.marked(value)));
        arguments.put("count", count);
        return language.say(key, arguments).plain();
    }

    /** What comes from outside, on one line of its own. */
    public String value(String text) {
        return Phrase.value(text).plain();
    }

    public String words(String key) {
        return say(key, Map.of());
    }

    public String when(Facts facts) {
        return When.of(facts, language);
    }

    public String day(Instant moment) {
        return day(moment.atZone(zone).toLocalDate());
    }

    public String day(LocalDate date) {
        return When.day(date, language);
    }
}
