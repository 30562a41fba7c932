package dev.lectern.notification.mail;

import dev.lectern.chassis.text.PlainText;
import dev.lectern.notification.notice.Facts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The messages of a language about one talk or session. */
final class Sayings {

    /** More than these nobody reads. */
    private static final int MOST_NAMES = 20;

    private final Language language;
    private final Map<String, Object> arguments = new HashMap<>();

    Sayings(MailRequest request) {
        this.language = request.language();
        var subject = request.subject();
        arguments.put("what", request.isAboutSession() ? "session" : "talk");
        arguments.put("title", Phrase.marked(subject.title()));
        arguments.put("conference", Phrase.marked(request.conferenceTitle()));
        arguments.put("when", Phrase.marked(When.of(subject, language)));
        arguments.put("room", Phrase.marked(subject.room()));
        arguments.put("zone", Phrase.marked(subject.timeZone()));
        arguments.put("author", Phrase.marked(request.content().author()));
        arguments.put("name", Phrase.marked(request.reader().name()));
    }

    Phrase say(String key) {
        return language.say(key, arguments);
    }

    /** @param others arguments beside those that all messages have, or in their place */
    Phrase say(String key, Map<String, ?> others) {
        var all = new HashMap<String, Object>(arguments);
        all.putAll(others);
        return language.say(key, all);
    }

    String list(String prefix, List<String> keys) {
        return language.list(keys.stream().map(key -> say(prefix + key).plain()).toList());
    }

    Phrase when(Facts facts) {
        return Phrase.value(When.of(facts, language));
    }

    Phrase orNone(String value) {
        return PlainText.line(value).isEmpty() ? say("none") : Phrase.value(value);
    }

    Phrase names(Facts facts) {
        var people = facts.presenters();
        var names = Phrase.list(
                people.stream().limit(MOST_NAMES).map(Facts.Person::name).toList());
        if (people.isEmpty()) {
            return say("none");
        }
        return people.size() <= MOST_NAMES
                ? names
                : say("more", Map.of("names", names.argument(), "count", people.size() - MOST_NAMES));
    }
}
