package dev.lectern.formats;

import dev.lectern.chassis.http.TextFile;
import dev.lectern.chassis.problem.Fault;
import dev.lectern.chassis.problem.Refused;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The bytes of a file, read to the letter or refused as a whole. */
public final class ReportFile {

    /** Of a file, and so of a conference that is filled from files: what the importing services hold in memory. */
    public static final int MOST_CONTRIBUTIONS = 20_000;

    private static final int LONGEST_TITLE = 2_000;
    private static final int LONGEST_ABSTRACT = 50_000;
    private static final int LONGEST_CONFERENCE_TITLE = 500;
    private static final int LONGEST_ID = 200;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_AFFILIATION = 500;
    private static final int LONGEST_HONORIFIC = 50;
    private static final int LONGEST_ADDRESS = 254;
    private static final int LONGEST_PERSON = 1_000;
    private static final int LONGEST_LANGUAGE = 35;
    private static final int LONGEST_LINK_TITLE = 500;
    private static final int LONGEST_FIELD = 10_000;
    private static final int MOST_PEOPLE = 200;
    private static final int MOST_OTHERS = 50;
    private static final int MOST_MINUTES = 1440;

    /** With which every zip begins. */
    private static final String ZIP = "PK\u0003\u0004";

    private ReportFile() {}

    /** @throws Refused 400 {@code invalid-file} with the lines that are wrong */
    public static ContributionReport read(Format format, byte[] file) {
        try {
            refuseTheOtherResults(format, file);
            var report = Tidied.of(format.parse(file));
            refuseWhatIsTooLong(report);
            return report;
        } catch (InvalidReport e) {
            throw anotherFormat(format, file)
                    .orElseGet(() -> TextFile.invalid(List.of(Fault.inLine(e.line(), e.detail()))));
        } catch (Refused e) {
            throw anotherFormat(format, file).orElse(e);
        }
    }

    /**
     * To which source the ids of a file belong: the one that the caller names, else what the file says of its origin, else its format.
     *
     * @param given null where the caller names none
     * @throws Refused 400 where that is no name
     */
    public static String source(String given, ContributionReport report, Format format) {
        if (given != null && (given.isBlank() || given.strip().length() > LONGEST_NAME)) {
            throw Refused.invalid(
                    Fault.inParameter("source", "A name of 1 to " + LONGEST_NAME + " characters, such as pretalx"));
        }
        return Stream.of(Optional.ofNullable(given), Optional.ofNullable(report.source()))
                .flatMap(Optional::stream)
                .map(source -> source.strip()
                        .substring(0, Math.min(LONGEST_NAME, source.strip().length())))
                .findFirst()
                .orElse(format.toString());
    }

    /** What Indico exports would be read as what pretalx does: both are results, with titles. */
    private static void refuseTheOtherResults(Format said, byte[] file) {
        if (said == Format.PRETALX_JSON && Format.recognise(file).equals(Optional.of(Format.INDICO_JSON))) {
            throw new InvalidReport(1, "An export of Indico");
        }
    }

    /** That the file is of another format than was said explains more than what is wrong with it. */
    private static Optional<Refused> anotherFormat(Format said, byte[] file) {
        return looksLike(file)
                .filter(what -> !what.equals(said.toString()))
                .map(what ->
                        TextFile.invalid(List.of(Fault.inLine(1, "This is not " + said + ": it looks like " + what))));
    }

    private static Optional<String> looksLike(byte[] file) {
        return new String(file, 0, Math.min(ZIP.length(), file.length), StandardCharsets.ISO_8859_1).equals(ZIP)
                ? Optional.of("a zip, as spreadsheets and documents are; save it as csv or text")
                : Format.recognise(file).map(Format::toString);
    }

    /** The limits of the API: what is imported must be possible to edit. */
    private static void refuseWhatIsTooLong(ContributionReport report) {
        if (report.contributions().size() > MOST_CONTRIBUTIONS) {
            var first = report.contributions().get(MOST_CONTRIBUTIONS);
            throw new InvalidReport(first.line(), "A file has at most " + MOST_CONTRIBUTIONS + " contributions");
        }
        var faults = Stream.concat(
                        tooLong(report.title(), LONGEST_CONFERENCE_TITLE, "The conference's title", 1),
                        report.contributions().stream().flatMap(ReportFile::tooLong))
                .toList();
        if (!faults.isEmpty()) {
            throw TextFile.invalid(faults);
        }
    }

    private static Stream<Fault> tooLong(ReportedContribution contribution) {
        var line = contribution.line();
        return Stream.of(
                        tooLong(contribution.externalId(), LONGEST_ID, "The id", line),
                        tooLong(contribution.title(), LONGEST_TITLE, "The title", line),
                        tooLong(contribution.abstractText(), LONGEST_ABSTRACT, "The abstract", line),
                        tooLong(contribution.placement().room(), LONGEST_NAME, "The room's name", line),
                        tooLong(contribution.classification(), line),
                        tooMany(contribution, line),
                        contribution.people().all().flatMap(person -> tooLong(person, line)),
                        contribution.links().stream()
                                .flatMap(link -> tooLong(link.title(), LONGEST_LINK_TITLE, "A link's title", line)),
                        contribution.customFields().stream()
                                .flatMap(field -> tooLong(field.name(), LONGEST_NAME, "A custom field's name", line)),
                        contribution.customFields().stream()
                                .flatMap(field -> tooLong(field.value(), LONGEST_FIELD, "A custom field", line)))
                .flatMap(faults -> faults);
    }

    private static Stream<Fault> tooLong(Classification classification, int line) {
        return Stream.of(
                        tooLong(classification.code(), LONGEST_NAME, "The code", line),
                        tooLong(classification.type(), LONGEST_NAME, "The type", line),
                        tooLong(classification.track(), LONGEST_NAME, "The track", line),
                        tooLong(classification.session(), LONGEST_NAME, "The session classification", line),
                        tooLong(classification.language(), LONGEST_LANGUAGE, "The language", line))
                .flatMap(faults -> faults);
    }

    private static Stream<Fault> tooLong(ReportedPerson person, int line) {
        return Stream.of(
                        tooLong(person.externalId(), LONGEST_ID, "A person's id", line),
                        tooLong(person.honorific(), LONGEST_HONORIFIC, "A person's honorific", line),
                        tooLong(person.familyName(), LONGEST_NAME, "A person's name", line),
                        tooLong(person.givenNames(), LONGEST_NAME, "A person's name", line),
                        tooLong(person.affiliation(), LONGEST_AFFILIATION, "An affiliation", line),
                        tooLong(person.email(), LONGEST_ADDRESS, "A person's address", line),
                        tooLong(person.raw(), LONGEST_PERSON, "A person with all that is said of them", line))
                .flatMap(faults -> faults);
    }

    private static Stream<Fault> tooMany(ReportedContribution contribution, int line) {
        var minutes = contribution.durationMinutes();
        return Stream.of(
                        tooMany(contribution.people().presenters(), MOST_PEOPLE, "presenters"),
                        tooMany(contribution.people().authors(), MOST_PEOPLE, "authors"),
                        tooMany(contribution.people().coAuthors(), MOST_PEOPLE, "co-authors"),
                        tooMany(contribution.classification().tags(), MOST_OTHERS, "tags"),
                        tooMany(contribution.links(), MOST_OTHERS, "links"),
                        tooMany(contribution.customFields(), MOST_OTHERS, "custom fields"),
                        minutes != null && (minutes < 1 || minutes > MOST_MINUTES)
                                ? "The duration is not from 1 to " + MOST_MINUTES + " minutes"
                                : null)
                .filter(Objects::nonNull)
                .map(detail -> Fault.inLine(line, detail));
    }

    private static String tooMany(List<?> list, int most, String what) {
        return list.size() > most ? "There are more than " + most + " " + what : null;
    }

    private static Stream<Fault> tooLong(String text, int longest, String what, int line) {
        return text != null && text.length() > longest
                ? Stream.of(Fault.inLine(line, what + " is longer than " + longest + " characters"))
                : Stream.empty();
    }
}
