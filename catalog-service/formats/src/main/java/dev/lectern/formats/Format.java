package dev.lectern.formats;

import dev.lectern.chassis.http.TextFile;
import dev.lectern.chassis.problem.Fault;
import dev.lectern.chassis.problem.Refused;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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
            return recognise(file);
        }
        return Arrays.stream(values())
                .filter(format -> format.title.equals(name))
                .findFirst()
                .orElseThrow(() -> Refused.invalid(Fault.inParameter(
                        "format",
                        "One of " + AUTO + ", "
                                + Arrays.stream(values()).map(Format::toString).collect(Collectors.joining(", ")))));
    }

    /** By its first letter, for XML and JSON have each but one; a table has a title among its columns. */
    private static Format recognise(byte[] file) {
        var start = new String(file, 0, Math.min(file.length, 100), StandardCharsets.UTF_8)
                .replace("\uFEFF", "")
                .strip();
        if (start.startsWith("BEGIN:VCALENDAR")) {
            return ICS;
        }
        if (start.startsWith("<")) {
            return FRAB_XML;
        }
        if (start.startsWith("{")) {
            return recogniseJson(new String(file, StandardCharsets.UTF_8));
        }
        var header = start.lines().findFirst().orElse("");
        return Arrays.stream(header.split("[,;\t]"))
                                .map(name -> name.replace("\"", ""))
                                .map(CsvTable.Column::named)
                                .anyMatch(CsvTable.Column.TITLE::equals)
                        && header.matches(".*[,;\t].*")
                ? CSV
                : INDICO_REPORT;
    }

    /** By names that only one of them has. */
    private static Format recogniseJson(String text) {
        if (text.contains("\"friendly_id\"") && text.contains("\"contributions\"")) {
            return INDICO_JSON;
        }
        return text.contains("\"submission_type\"") && !text.contains("\"days\"") ? PRETALX_JSON : FRAB_JSON;
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
