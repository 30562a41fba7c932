package dev.lectern.formats;

import dev.lectern.chassis.file.UnreadableFile;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamConstants;

/**
 * What a file looks like, by how it is built.
 *
 * @param format null for none
 * @param nearest of the formats, and what the file lacks to be of it; null where there is none
 */
record Recognition(Format format, String nearest) {

    /** In bytes; a table may have a column for each question that organisers asked. */
    private static final int LONGEST_HEADER = 20_000;

    private static final int LONGEST_NAME = 60;
    private static final String CALENDAR = "BEGIN:VCALENDAR";

    static Recognition of(byte[] file) {
        if (PdfReport.isPdf(file)) {
            return new Recognition(Format.INDICO_REPORT, null);
        }
        var start = Encoding.start(file, LONGEST_HEADER).strip();
        if (start.startsWith(ReportFile.ZIP)) {
            return new Recognition(
                    null, Format.CSV + ", but it is packed, as spreadsheets and documents are: save it as csv or text");
        }
        if (start.regionMatches(true, 0, CALENDAR, 0, CALENDAR.length())) {
            return new Recognition(Format.ICS, null);
        }
        if (start.startsWith("<")) {
            return ofXml(file);
        }
        if (start.startsWith("{") || start.startsWith("[")) {
            return ofJson(JsonShape.of(Encoding.start(file, file.length)));
        }
        return ofText(start);
    }

    private static Recognition ofJson(JsonShape shape) {
        var nearest = shape.nearest().orElse("a JSON format, but nothing in it is where one of them has it");
        return new Recognition(
                shape.format().orElse(null),
                shape.brokenIn() == 0
                        ? nearest
                        : nearest + " up to line " + shape.brokenIn() + ", where it is no JSON, or nested too deep");
    }

    private static Recognition ofXml(byte[] file) {
        try {
            var xml = new XmlCursor(file);
            while (xml.next() != XMLStreamConstants.START_ELEMENT) {
                // What is before the first element says nothing.
            }
            var name = xml.name();
            return name.equals("schedule")
                    ? new Recognition(Format.FRAB_XML, null)
                    : new Recognition(
                            null,
                            Format.FRAB_XML + ", but its first element is not <schedule>, it is <"
                                    + name.substring(0, Math.min(LONGEST_NAME, name.length())) + ">");
        } catch (InvalidReport e) {
            return new Recognition(null, Format.FRAB_XML + ", but: " + e.detail());
        }
    }

    private static Recognition ofText(String start) {
        if (isTable(start)) {
            return new Recognition(Format.CSV, null);
        }
        if (start.lines().anyMatch(ReportWords::isTitle)) {
            return new Recognition(Format.INDICO_REPORT, null);
        }
        var header = names(start);
        return new Recognition(
                null,
                header.size() > 1
                        ? Format.CSV
                                + ", but no column of its first line is a title, or a number with a room and a start"
                        : Format.INDICO_REPORT
                                + (start.isEmpty()
                                        ? ", but it is empty"
                                        : ", but there is no line \"Report of Contributions\""));
    }

    private static boolean isTable(String start) {
        return CsvHeader.isHeader(names(start));
    }

    /** The cells of the first line that is not blank and does not say what separates them. */
    private static List<String> names(String start) {
        return start.lines()
                .filter(line -> !line.isBlank()
                        && !line.toLowerCase(Locale.ROOT).replace("\"", "").startsWith("sep="))
                .findFirst()
                .map(line -> Arrays.stream(line.split("[,;\t|]"))
                        .map(name -> name.replace("\"", "").strip())
                        .toList())
                .orElse(List.of());
    }

    Optional<Format> recognised() {
        return Optional.ofNullable(format);
    }

    /** What was looked for, and what is missing in the nearest of it. */
    UnreadableFile refusal() {
        var formats = Arrays.stream(Format.values()).map(Format::toString).collect(Collectors.joining(", "));
        return new UnreadableFile(1, "The file is of none of the formats " + formats + "; the nearest is " + nearest);
    }
}
