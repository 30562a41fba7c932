package dev.lectern.schedule.agenda;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lectern.schedule.replica.Author;
import dev.lectern.schedule.replica.Link;
import dev.lectern.schedule.replica.Presenter;
import dev.lectern.schedule.timetable.SessionName;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;

/**
 * The talks of an agenda as a table for a spreadsheet (RFC 4180, UTF-8 with a byte order mark, which Excel needs). What
 * a spreadsheet would take for a formula gets an apostrophe before it.
 */
final class AgendaTable {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\\t\\r].*", Pattern.DOTALL);

    private static final List<String> COLUMNS = List.of(
            "number",
            "title",
            "type",
            "track",
            "session",
            "room",
            "start",
            "end",
            "duration",
            "presenters",
            "abstract",
            "language",
            "authors",
            "links");

    private AgendaTable() {}

    static byte[] render(Agenda agenda) {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(BYTE_ORDER_MARK.getBytes(UTF_8));
        bytes.writeBytes(row(COLUMNS));
        agenda.talks().forEach(talk -> bytes.writeBytes(Pieces.of(Format.CSV, talk, each -> row(cells(each)))));
        return bytes.toByteArray();
    }

    /** With the end of its line. */
    private static byte[] row(List<String> cells) {
        var text = new StringBuilder();
        try {
            CSVFormat.RFC4180.printRecord(text, cells.toArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(UTF_8);
    }

    private static List<String> cells(Agenda.Talk talk) {
        return Stream.of(
                        talk.number(),
                        talk.title(),
                        talk.type(),
                        talk.track(),
                        sessionOf(talk),
                        talk.place().room().name(),
                        FrabDay.moment(talk.place().startsAt()),
                        FrabDay.moment(talk.place().endsAt()),
                        talk.durationMinutes(),
                        talk.presenters().stream().map(Presenter::name).collect(Collectors.joining("; ")),
                        talk.abstractText(),
                        talk.language(),
                        talk.authors().stream().map(Author::name).collect(Collectors.joining("; ")),
                        talk.links().stream().map(Link::url).collect(Collectors.joining(" ")))
                .map(cell -> plain(Objects.toString(cell, "")))
                .toList();
    }

    private static String sessionOf(Agenda.Talk talk) {
        SessionName session = talk.session();
        return session == null ? null : session.title();
    }

    private static String plain(String cell) {
        return FORMULA.matcher(cell).matches() ? "'" + cell : cell;
    }
}
