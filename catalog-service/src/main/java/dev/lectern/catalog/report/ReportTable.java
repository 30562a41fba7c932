package dev.lectern.catalog.report;

import dev.lectern.catalog.contribution.Contribution;
import dev.lectern.catalog.presenter.Presenter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;

/**
 * Contributions as a table for a spreadsheet (RFC 4180, UTF-8 with a byte order mark, which Excel needs), with the columns that an import of
 * {@code csv} knows. What a spreadsheet would take for a formula gets an apostrophe before it, which the import takes away again.
 */
final class ReportTable {

    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\\t\\r].*", Pattern.DOTALL);
    private static final CSVFormat CSV = CSVFormat.RFC4180
            .builder()
            .setHeader("number", "title", "type", "track", "duration", "session", "presenters", "state", "abstract")
            .get();

    private final Map<UUID, Presenter> presenters;

    private ReportTable(UUID conference) {
        presenters = Presenter.ofConference(conference).stream()
                .collect(Collectors.toMap(Presenter::id, Function.identity()));
    }

    /** By number. */
    static byte[] of(UUID conference) {
        var table = new ReportTable(conference);
        var text = new StringWriter().append(BYTE_ORDER_MARK);
        try (var printer = CSV.print(text)) {
            for (var contribution : Contribution.ever(conference)) {
                if (!contribution.isDeleted()) {
                    printer.printRecord(table.cells(contribution));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private List<String> cells(Contribution contribution) {
        var content = contribution.content();
        return Stream.of(
                        contribution.number(),
                        content.title(),
                        content.type(),
                        content.track(),
                        content.durationMinutes(),
                        content.sessionClassification(),
                        content.presenters().stream()
                                .map(id -> presenters.get(id).name().listed())
                                .collect(Collectors.joining("; ")),
                        contribution.state().name().toLowerCase(Locale.ROOT),
                        content.abstractText())
                .map(cell -> cell == null ? "" : shielded(cell.toString()))
                .toList();
    }

    private static String shielded(String cell) {
        return FORMULA.matcher(cell).matches() ? "'" + cell : cell;
    }
}
