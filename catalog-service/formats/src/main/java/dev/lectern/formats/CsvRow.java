package dev.lectern.formats;

import dev.lectern.chassis.text.PlainText;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A row of a table of contributions. What is in its cells and cannot be read is remarked on. */
final class CsvRow {

    private static final int HALF_A_DAY = 720;
    private static final int A_DAY = 1440;

    private final CsvHeader header;
    private final CsvLine line;
    private final EntryValues values = new EntryValues();
    private final Consumer<NotUnderstood> doubts;

    /** @param doubts is told of people who could be others */
    CsvRow(CsvHeader header, CsvLine line, Consumer<NotUnderstood> doubts) {
        this.header = header;
        this.line = line;
        this.doubts = doubts;
    }

    int number() {
        return line.number();
    }

    /** Null for an empty one. */
    String cell(CsvColumn column) {
        return PlainText.orNull(header.cell(column, line));
    }

    String abstractText() {
        return Stream.of(CsvColumn.ABSTRACT, CsvColumn.DESCRIPTION)
                .map(column -> header.cell(column, line))
                .filter(text -> !text.isEmpty())
                .distinct()
                .collect(Collectors.joining("\n\n"));
    }

    Classification classification() {
        return new Classification(
                cell(CsvColumn.CODE),
                cell(CsvColumn.TYPE),
                cell(CsvColumn.TRACK),
                cell(CsvColumn.SESSION),
                cell(CsvColumn.LANGUAGE),
                Stream.of(CsvColumn.TAGS, CsvColumn.LEVEL)
                        .flatMap(column -> CsvCell.tags(header.cell(column, line)).stream())
                        .toList());
    }

    String state() {
        var word = cell(CsvColumn.STATE);
        var state = StateWord.state(word);
        if (word != null && state == null) {
            values.remark("not a state that is known: " + word);
        }
        return state;
    }

    /** A start may be a moment, or a time on the day that is in another column. */
    String start() {
        var start = cell(CsvColumn.START);
        var day = cell(CsvColumn.DAY);
        return start == null ? values.start(day, null, null) : values.start(start, day, start);
    }

    /** As the row has them, else from the start to the end. */
    Integer minutes(String start) {
        var duration = cell(CsvColumn.DURATION);
        if (duration != null) {
            return values.minutes(duration);
        }
        var until = cell(CsvColumn.END);
        if (start == null || until == null) {
            return null;
        }
        var ownDay = cell(CsvColumn.END_DAY);
        var end = When.of(until, ownDay == null ? start.substring(0, start.indexOf('T')) : ownDay, until);
        if (end == null || (When.hasOffset(end) && !When.hasOffset(start))) {
            values.remark("taken without its duration: \"" + until + "\" is no end that is understood");
            return null;
        }
        var zone = start.substring(start.indexOf('T') + "T10:00".length());
        return between(start, When.hasOffset(end) ? end : end + zone, until);
    }

    /** What ends before it begins ends in the night. */
    private Integer between(String start, String end, String until) {
        var minutes = Duration.between(moment(start), moment(end)).toMinutes();
        var isInTheNight = minutes < 0 && minutes + A_DAY <= HALF_A_DAY;
        return values.minutes(isInTheNight ? minutes + A_DAY : minutes, "until " + until);
    }

    private static OffsetDateTime moment(String startsAt) {
        return OffsetDateTime.parse(When.hasOffset(startsAt) ? startsAt : startsAt + "Z");
    }

    People people() {
        return new People(presenters(), people(CsvColumn.AUTHORS), people(CsvColumn.CO_AUTHORS));
    }

    private List<ReportedPerson> presenters() {
        if (!header.isOfSpeakers()) {
            var named = people(CsvColumn.PRESENTERS);
            var address = cell(CsvColumn.EMAIL);
            return named.size() == 1 && address != null ? List.of(named.get(0).reachedAt(address)) : named;
        }
        var family = cell(CsvColumn.LAST_NAME);
        var given = cell(CsvColumn.FIRST_NAME);
        return family == null && given == null
                ? List.of()
                : List.of(new ReportedPerson(
                                null,
                                family == null ? given : family,
                                family == null ? null : given,
                                cell(CsvColumn.AFFILIATION))
                        .known(cell(CsvColumn.SPEAKER_ID))
                        .reachedAt(cell(CsvColumn.EMAIL)));
    }

    private List<ReportedPerson> people(CsvColumn column) {
        var cell = header.cell(column, line);
        if (header.isOfIndico()) {
            return CsvCell.peopleOfIndico(cell);
        }
        var named = NamedPeople.in(cell, line.number());
        named.doubts().forEach(doubts);
        return named.people();
    }

    List<Link> links() {
        return CsvCell.links(header.cell(CsvColumn.LINKS, line));
    }

    List<CustomField> fields() {
        return header.fields(line);
    }

    /** How many people, tags and links it could have. */
    int mostParts() {
        return Stream.of(
                        CsvColumn.PRESENTERS,
                        CsvColumn.AUTHORS,
                        CsvColumn.CO_AUTHORS,
                        CsvColumn.TAGS,
                        CsvColumn.LEVEL,
                        CsvColumn.LINKS)
                .map(column -> header.cell(column, line))
                .filter(cell -> !cell.isEmpty())
                .mapToInt(CsvCell::mostParts)
                .sum();
    }

    List<String> remarks() {
        return values.remarks();
    }
}
