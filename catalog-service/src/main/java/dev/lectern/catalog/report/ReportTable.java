package dev.lectern.catalog.report;

import dev.lectern.catalog.contribution.CustomField;
import dev.lectern.catalog.contribution.Link;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;

/**
 * Contributions as a table for a spreadsheet (RFC 4180, UTF-8 with a byte order mark, which Excel needs), with the
 * columns that an import of {@code csv} knows. What a spreadsheet would take for a formula gets an apostrophe before
 * it, which the import takes away again.
 */
final class ReportTable {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\\t\\r].*", Pattern.DOTALL);
    private static final List<String> COLUMNS = List.of(
            "number",
            "code",
            "title",
            "type",
            "track",
            "duration",
            "session",
            "language",
            "presenters",
            "authors",
            "co-authors",
            "state",
            "tags",
            "links",
            "abstract");

    private final List<String> fields;

    private ReportTable(Report report) {
        fields = report.entries().stream()
                .flatMap(entry -> entry.content().details().customFields().stream())
                .map(CustomField::name)
                .distinct()
                .toList();
    }

    /** By number. */
    static byte[] of(Report report) {
        var table = new ReportTable(report);
        var text = new StringWriter().append(BYTE_ORDER_MARK);
        try (var printer = CSVFormat.RFC4180.print(text)) {
            printer.printRecord(
                    Stream.concat(COLUMNS.stream(), table.fields.stream().map(name -> "field: " + name)));
            for (var entry : report.entries()) {
                printer.printRecord(table.cells(entry));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private List<String> cells(Report.Entry entry) {
        var content = entry.content();
        var subject = content.subject();
        var details = content.details();
        var cells = Stream.of(
                entry.number(),
                details.code(),
                subject.title(),
                subject.type(),
                subject.track(),
                subject.durationMinutes(),
                content.sessionClassification(),
                details.language(),
                lines(entry.presenters().stream().map(ReportText::person).toList()),
                lines(details.authors().stream().map(ReportText::person).toList()),
                lines(details.coAuthors().stream().map(ReportText::person).toList()),
                entry.state().name().toLowerCase(Locale.ROOT),
                lines(details.tags()),
                lines(details.links().stream().map(ReportTable::link).toList()),
                subject.abstractText());
        return Stream.concat(cells, fields.stream().map(name -> field(name, entry)))
                .map(cell -> cell == null ? "" : shielded(cell.toString()))
                .toList();
    }

    /** A line for each, so that whatever a name has in it joins nobody to it, and parts nobody. */
    private static String lines(List<String> things) {
        return things.stream().map(thing -> thing + "\n").collect(Collectors.joining());
    }

    private static String link(Link link) {
        return link.title() == null ? link.url() : link.url() + " " + link.title();
    }

    private static String field(String name, Report.Entry entry) {
        return entry.content().details().customFields().stream()
                .filter(field -> field.name().equals(name))
                .map(CustomField::value)
                .findFirst()
                .orElse("");
    }

    private static String shielded(String cell) {
        return FORMULA.matcher(cell).matches() ? "'" + cell : cell;
    }
}
