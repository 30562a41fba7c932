package dev.lectern.formats;

import dev.lectern.chassis.file.InvalidOption;
import dev.lectern.chassis.file.TextFile;
import dev.lectern.chassis.file.UnreadableFile;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The formats of files that can be imported. */
public enum Format {
    INDICO_REPORT("indico-report"),
    FRAB_XML("frab-xml"),
    FRAB_JSON("frab-json"),
    PRETALX_JSON("pretalx-json"),
    INDICO_JSON("indico-json"),
    SESSIONIZE_JSON("sessionize-json"),
    CSV("csv"),
    ICS("ics");

    private static final String AUTO = "auto";

    private final String title;

    Format(String title) {
        this.title = title;
    }

    /**
     * The format with this name; for null, or {@value #AUTO}, the one that the file is built like.
     *
     * @throws InvalidOption where there is none of that name
     * @throws UnreadableFile where the file is built like none
     */
    public static Format named(String name, byte[] file) {
        if (name == null || AUTO.equals(name)) {
            var recognition = Recognition.of(file);
            return recognition.recognised().orElseThrow(recognition::refusal);
        }
        return Arrays.stream(values())
                .filter(format -> format.title.equals(name))
                .findFirst()
                .orElseThrow(() -> new InvalidOption(
                        "format",
                        "One of " + AUTO + ", "
                                + Arrays.stream(values()).map(Format::toString).collect(Collectors.joining(", "))));
    }

    /**
     * Reads a file.
     *
     * @param needsTitles whether an entry without a title is left out, though there is enough to tell it by
     * @throws InvalidReport if it is none of this format
     */
    ContributionReport parse(byte[] file, boolean needsTitles) {
        return switch (this) {
            case INDICO_REPORT ->
                PdfReport.isPdf(file)
                        ? IndicoReport.parse(PdfReport.lines(file))
                        : IndicoReport.parse(TextFile.read(file));
            case FRAB_XML -> FrabReport.of(FrabXml.read(file));
            case FRAB_JSON -> FrabReport.of(FrabJson.read(TextFile.read(file)));
            case PRETALX_JSON -> FrabReport.of(FrabJson.readPretalx(TextFile.read(file)));
            case INDICO_JSON -> IndicoJson.read(TextFile.read(file));
            case SESSIONIZE_JSON -> FrabReport.of(SessionizeJson.read(TextFile.read(file)));
            case CSV -> CsvTable.read(file, needsTitles);
            case ICS -> FrabReport.of(Calendar.read(file));
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
