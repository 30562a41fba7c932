package dev.lectern.schedule.agenda;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.lectern.chassis.text.PlainText;
import dev.lectern.schedule.replica.Author;
import dev.lectern.schedule.replica.Presenter;
import dev.lectern.schedule.replica.PresenterName;
import dev.lectern.schedule.timetable.TimeAndPlace;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An agenda for a terminal, 80 columns wide. */
final class AgendaText {

    private static final int COLUMNS = 80;
    private static final String INDENT = " ".repeat(13);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    private record Line(TimeAndPlace place, String heading, String title, String people, String authors) {}

    private AgendaText() {}

    static byte[] render(Agenda agenda, String publicUrl) {
        return new AgendaText().write(agenda, publicUrl);
    }

    private byte[] write(Agenda agenda, String publicUrl) {
        var conference = agenda.conference();
        var changed = MOMENT.format(agenda.changedAt().atZone(ZoneId.of(conference.timeZone())));
        add(wrapped("", conference.title()));
        add(wrapped("", "All times are in " + conference.timeZone() + ". Last changed " + changed + "."));
        add(wrapped("", publicUrl + "/agenda/" + conference.slug()));
        days(agenda).forEach(this::day);
        return bytes.toByteArray();
    }

    private static Map<LocalDate, List<Line>> days(Agenda agenda) {
        return Stream.of(
                        agenda.breaks().stream().map(AgendaText::line),
                        agenda.sessions().stream().map(AgendaText::line),
                        agenda.talks().stream().map(AgendaText::line))
                .flatMap(lines -> lines)
                .sorted(Comparator.comparing(
                        (Line line) -> line.place().startsAt().toInstant()))
                .collect(Collectors.groupingBy(
                        line -> line.place().startsAt().toLocalDate(), TreeMap::new, Collectors.toList()));
    }

    private static Line line(Agenda.Pause pause) {
        return new Line(pause.state().place(), "", pause.state().title(), "", "");
    }

    private static Line line(Agenda.Block session) {
        var chairs = session.view().chairs().stream().map(PresenterName::name).collect(Collectors.joining(", "));
        return new Line(
                session.view().place(),
                "Session",
                session.view().title(),
                chairs.isEmpty() ? "" : "Chaired by " + chairs,
                "");
    }

    private static Line line(Agenda.Talk talk) {
        var authors = talk.authors().stream().map(Author::name).collect(Collectors.joining(", "));
        return new Line(
                talk.place(),
                "Talk " + talk.number() + (talk.language() == null ? "" : " · " + talk.language()),
                talk.title(),
                talk.presenters().stream().map(Presenter::name).collect(Collectors.joining(", ")),
                authors.isEmpty() ? "" : "Written by " + authors);
    }

    private void day(LocalDate date, List<Line> lines) {
        var heading = DAY.format(date);
        add("\n" + heading + "\n" + "=".repeat(heading.length()) + "\n");
        lines.forEach(line -> bytes.writeBytes(
                Pieces.of(Format.TEXT, line, each -> entry(each).getBytes(UTF_8))));
    }

    private void add(String text) {
        bytes.writeBytes(text.getBytes(UTF_8));
    }

    private static String entry(Line line) {
        var room = line.place().room() == null ? "" : line.place().room().name();
        var where =
                Stream.of(room, line.heading()).filter(each -> !each.isEmpty()).collect(Collectors.joining(" · "));
        var times = times(line.place().startsAt(), line.place().endsAt()) + "  ";
        return "\n"
                + (where.isEmpty()
                        ? wrapped(times, line.title())
                        : wrapped(times, where) + wrapped(INDENT, line.title()))
                + wrapped(INDENT, line.people())
                + wrapped(INDENT, line.authors());
    }

    private static String times(OffsetDateTime start, OffsetDateTime end) {
        return TIME.format(start) + "–" + TIME.format(end);
    }

    /** Words that do not fit go to the next line; one that is longer than a line is left whole. */
    private static String wrapped(String begin, String words) {
        var text = new StringBuilder();
        var line = new StringBuilder(begin);
        for (var word : PlainText.line(words).split(" ", -1)) {
            if (line.length() > begin.length() && line.length() + 1 + word.length() > COLUMNS) {
                text.append(line).append('\n');
                line = new StringBuilder(" ".repeat(begin.length()));
            } else if (line.length() > begin.length()) {
                line.append(' ');
            }
            line.append(word);
        }
        if (!words.isEmpty()) {
            text.append(line).append('\n');
        }
        return text.toString();
    }
}
