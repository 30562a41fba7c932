package dev.lectern.schedule.agenda;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Something public that is made of an agenda and of nothing else. The same document of the same agenda is the same
 * bytes, wherever and whenever it is rendered.
 *
 * @param words the language of pages, which only pages have
 */
record Document(Format format, Part part, Filter filter, Words words) {

    /** @param chosen by the address, so that links go on with it */
    record Words(Language language, boolean chosen) {

        static final Words NONE = new Words(Language.EN, false);

        /** What links have behind them. */
        public String query() {
            return chosen ? "?lang=" + language.tag() : "";
        }
    }

    static Document of(Format format, Part part) {
        return new Document(format, part, Filter.NONE, Words.NONE);
    }

    /** The part of this agenda that it shows; empty where there is none. */
    Optional<Part.Excerpt> excerpt(Agenda agenda) {
        return part.of(agenda).or(() -> format == Format.ICS ? part.cancelledIn(agenda) : Optional.empty());
    }

    /** Where the same is in another format, behind the agenda's address: {@code .ics?talks=3,7}, {@code /rooms/red.ics}. */
    String address(String ending) {
        var path = part.path().isEmpty() ? "" : "/" + part.path();
        var query = Stream.of(part.query(), filter.query())
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining("&"));
        return path + ending + (query.isEmpty() ? "" : "?" + query);
    }

    /** Whether it is rendered anew with each edition, before anybody asks. The archive is of the past. */
    boolean isAwaited() {
        return part.isWide() && format != Format.ARCHIVE;
    }

    /** Whether so few will ask for it again that it is not kept. */
    boolean isRare() {
        return !filter.isEmpty() || part.kind() == Part.Kind.CHOSEN;
    }
}
