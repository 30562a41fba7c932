package dev.lectern.formats;

import dev.lectern.chassis.http.TextFile;
import dev.lectern.chassis.problem.Fault;
import dev.lectern.chassis.problem.Refused;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The formats of files that can be imported. */
public enum Format {
    INDICO_REPORT("indico-report"),
    FRAB_XML("frab-xml"),
    FRAB_JSON("frab-json"),
    PRETALX_JSON("pretalx-json"),
    INDICO_JSON("indico-json"),
    CSV("csv"),
    ICS("ics");

    private static final String AUTO = "auto";

    /** In bytes; a table may have a column for each question that organisers asked. */
    private static final int LONGEST_HEADER = 20_000;

    private static final Pattern SUBMISSION = Pattern.compile("\"(submission_type|content_locale|speakers)\"");

    private final String title;

    Format(String title) {
        this.title = title;
    }

    /**
     * The format with this name, and for {@value #AUTO} the one that the file looks like.
     *
     * @throws Refused 400 where there is none of that name
     */
    public static Format named(String name, byte[] file) {
        if (AUTO.equals(name)) {
            return recognise(file).orElse(INDICO_REPORT);
        }
        return Arrays.stream(values())
                .filter(format -> format.title.equals(name))
                .findFirst()
                .orElseThrow(() -> Refused.invalid(Fault.inParameter(
                        "format",
                        "One of " + AUTO + ", "
                                + Arrays.stream(values()).map(Format::toString).collect(Collectors.joining(", ")))));
    }

    /** What a file looks like: by its first letter, for XML and JSON have each but one; a table has a title among its columns. */
    static Optional<Format> recognise(byte[] file) {
        if (PdfReport.isPdf(file)) {
            return Optional.of(INDICO_REPORT);
        }
        var start = Encoding.start(file, LONGEST_HEADER).strip();
        if (start.startsWith("BEGIN:VCALENDAR")) {
            return Optional.of(ICS);
        }
        if (start.startsWith("<")) {
            return Optional.of(FRAB_XML);
        }
        if (start.startsWith("{")) {
            return Optional.of(recogniseJson(new String(file, StandardCharsets.UTF_8)));
        }
        if (isHeader(start.lines().findFirst().orElse(""))) {
            return Optional.of(CSV);
        }
        return start.lines().anyMatch(ReportWords::isTitle) ? Optional.of(INDICO_REPORT) : Optional.empty();
    }

    private static boolean isHeader(String line) {
        var names = line.split("[,;\t|]");
        return names.length > 1
                && Arrays.stream(names)
                        .map(name -> CsvColumn.named(name.replace("\"", "")))
                        .anyMatch(CsvColumn.TITLE::equals);
    }

    /** By names that only one of them has. */
    private static Format recogniseJson(String text) {
        if (text.contains("\"friendly_id\"") && text.contains("\"contributions\"")) {
            return INDICO_JSON;
        }
        return text.contains("\"days\"") || !SUBMISSION.matcher(text).find() ? FRAB_JSON : PRETALX_JSON;
    }

    /** @throws InvalidReport if it is none of this format */
    ContributionReport parse(byte[] file) {
        return switch (this) {
            case INDICO_REPORT ->
                PdfReport.isPdf(file)
                        ? IndicoReport.parse(PdfReport.lines(file))
                        : IndicoReport.parse(TextFile.read(file));
            case FRAB_XML -> FrabReport.of(FrabXml.read(file));
            case FRAB_JSON -> FrabReport.of(FrabJson.read(TextFile.read(file)));
            case PRETALX_JSON -> FrabReport.of(FrabJson.readPretalx(TextFile.read(file)));
            case INDICO_JSON -> IndicoJson.read(TextFile.read(file));
            case CSV -> CsvTable.read(file);
            case ICS -> FrabReport.of(Calendar.read(TextFile.read(file)));
        };
    }

    /** Whether files of it say in which room something is. */
    public boolean hasPlaces() {
        return this != INDICO_REPORT;
    }

    @Override
    public String toString() {
        return title;
    }
}
