package dev.lectern.schedule.agenda;

import dev.lectern.chassis.text.PlainText;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of an agenda's talks, without accents and capitals. */
final class Search {

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** By number of the talk: each word after a space. */
    private final Map<Integer, String> words;

    private Search(Map<Integer, String> words) {
        this.words = words;
    }

    static Search of(Agenda agenda) {
        return new Search(agenda.talks().stream().collect(Collectors.toMap(Agenda.Talk::number, Search::words)));
    }

    /** The talks that have words with these beginnings; all of them where nothing is said. */
    Predicate<Agenda.Talk> find(String beginnings) {
        var wanted = List.of(words(beginnings).strip().split(" ", -1));
        return talk -> wanted.stream().allMatch(word -> words.get(talk.number()).contains(" " + word));
    }

    private static String words(Agenda.Talk talk) {
        var people = talk.presenters().stream().flatMap(each -> Stream.of(each.name(), each.affiliation()));
        return words(Stream.concat(
                        Stream.of(
                                Integer.toString(talk.number()),
                                talk.title(),
                                talk.abstractText(),
                                talk.track(),
                                talk.place().room().name()),
                        people)
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" ")));
    }

    private static String words(String text) {
        return " " + NO_WORD.matcher(PlainText.bare(text)).replaceAll(" ");
    }
}
