package dev.lectern.formats;

import dev.lectern.chassis.file.InvalidOption;
import dev.lectern.chassis.file.UnreadableFile;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The bytes of a file, read as far as its entries can be used, or refused where it is no file of its format, or nothing
 * in it can.
 */
public final class ReportFile {

    /**
     * The most contributions of a file, and so of a conference that is filled from files: importing services hold them
     * in memory.
     */
    public static final int MOST_CONTRIBUTIONS = 20_000;

    private static final int LONGEST_SOURCE = 200;

    /** With which every zip begins. */
    static final String ZIP = "PK\u0003\u0004";

    /** In bytes of heap for each of the file, at most: lists of people with short names come near it. */
    private static final int MEMORY_PER_BYTE = 40;

    private ReportFile() {}

    /**
     * How much memory reading a file may take, and holding what was read, in bytes. Of a PDF, which is packed, nobody
     * can tell: all there is.
     */
    public static long memory(byte[] file) {
        return PdfReport.isPdf(file) ? Long.MAX_VALUE : (long) MEMORY_PER_BYTE * file.length;
    }

    /**
     * Reads contributions; each has a title.
     *
     * @throws UnreadableFile with the line that is wrong
     */
    public static ContributionReport read(Format format, byte[] file) {
        return read(format, file, true);
    }

    /**
     * Reads where contributions are that are known already. A table needs no titles for that, where it has numbers or
     * codes.
     *
     * @throws UnreadableFile with the line that is wrong
     */
    public static ContributionReport readPlaces(Format format, byte[] file) {
        return read(format, file, false);
    }

    private static ContributionReport read(Format format, byte[] file, boolean needsTitles) {
        try {
            refuseTheOtherResults(format, file);
            return WithinLimits.of(Tidied.of(format.parse(file, needsTitles), format == Format.ICS));
        } catch (InvalidReport e) {
            throw anotherFormat(format, file).orElseGet(() -> new UnreadableFile(e.line(), e.detail()));
        } catch (UnreadableFile e) {
            throw anotherFormat(format, file).orElse(e);
        }
    }

    /**
     * To which source the ids of a file belong: the one that the caller names, else what the file says of its origin,
     * else its format.
     *
     * @param given null where the caller names none
     * @throws InvalidOption where that is no name
     */
    public static String source(String given, ContributionReport report, Format format) {
        if (given != null && (given.isBlank() || given.strip().length() > LONGEST_SOURCE)) {
            throw new InvalidOption("source", "A name of 1 to " + LONGEST_SOURCE + " characters, such as pretalx");
        }
        return Stream.of(Optional.ofNullable(given), Optional.ofNullable(report.source()))
                .flatMap(Optional::stream)
                .map(source -> source.strip()
                        .substring(0, Math.min(LONGEST_SOURCE, source.strip().length())))
                .findFirst()
                .orElse(format.toString());
    }

    /** What Indico exports would be read as what pretalx does: both are results, with titles. */
    private static void refuseTheOtherResults(Format said, byte[] file) {
        if (said == Format.PRETALX_JSON && Recognition.of(file).recognised().equals(Optional.of(Format.INDICO_JSON))) {
            throw new InvalidReport(1, "An export of Indico");
        }
    }

    /** The refusal of a file of another format than was said, which explains more than what is wrong with it. */
    private static Optional<UnreadableFile> anotherFormat(Format said, byte[] file) {
        return looksLike(file)
                .filter(what -> !what.equals(said.toString()))
                .map(what -> new UnreadableFile(1, "This is not " + said + ": it looks like " + what));
    }

    private static Optional<String> looksLike(byte[] file) {
        return new String(file, 0, Math.min(ZIP.length(), file.length), StandardCharsets.ISO_8859_1).equals(ZIP)
                ? Optional.of("a zip, as spreadsheets and documents are; save it as csv or text")
                : Recognition.of(file).recognised().map(Format::toString);
    }
}
