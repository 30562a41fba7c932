package dev.lectern.formats;

import dev.lectern.chassis.http.TextFile;
import dev.lectern.chassis.problem.Fault;
import dev.lectern.chassis.problem.Refused;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The bytes of a file, read to the letter or refused as a whole. */
public final class ReportFile {

    private static final int LONGEST_TITLE = 2_000;
    private static final int LONGEST_ABSTRACT = 50_000;
    private static final int LONGEST_CONFERENCE_TITLE = 500;
    private static final int LONGEST_ID = 200;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_AFFILIATION = 500;
    private static final int MOST_PRESENTERS = 200;
    private static final int MOST_MINUTES = 1440;

    private ReportFile() {}

    /** @throws Refused 400 {@code invalid-file} with the lines that are wrong */
    public static ContributionReport read(Format format, byte[] file) {
        try {
            var report = format.parse(file);
            refuseWhatIsTooLong(report);
            return report;
        } catch (InvalidReport e) {
            throw TextFile.invalid(List.of(Fault.inLine(e.line(), e.detail())));
        }
    }

    /** The limits of the API: what is imported must be possible to edit. */
    private static void refuseWhatIsTooLong(ContributionReport report) {
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
                        tooLong(contribution.type(), LONGEST_NAME, "The type", line),
                        tooLong(contribution.track(), LONGEST_NAME, "The track", line),
                        tooLong(contribution.session(), LONGEST_NAME, "The session classification", line),
                        tooLong(contribution.room(), LONGEST_NAME, "The room's name", line),
                        tooMany(contribution, line),
                        contribution.presenters().stream().flatMap(person -> tooLong(person, line)))
                .flatMap(faults -> faults);
    }

    private static Stream<Fault> tooLong(ReportedPerson person, int line) {
        return Stream.of(
                        tooLong(person.externalId(), LONGEST_ID, "A person's id", line),
                        tooLong(person.familyName(), LONGEST_NAME, "A presenter's name", line),
                        tooLong(person.givenNames(), LONGEST_NAME, "A presenter's name", line),
                        tooLong(person.affiliation(), LONGEST_AFFILIATION, "An affiliation", line))
                .flatMap(faults -> faults);
    }

    private static Stream<Fault> tooMany(ReportedContribution contribution, int line) {
        var minutes = contribution.durationMinutes();
        return Stream.of(
                        contribution.presenters().size() > MOST_PRESENTERS
                                ? "There are more than " + MOST_PRESENTERS + " presenters"
                                : null,
                        minutes != null && (minutes < 1 || minutes > MOST_MINUTES)
                                ? "The duration is not from 1 to " + MOST_MINUTES + " minutes"
                                : null)
                .filter(Objects::nonNull)
                .map(detail -> Fault.inLine(line, detail));
    }

    private static Stream<Fault> tooLong(String text, int longest, String what, int line) {
        return text != null && text.length() > longest
                ? Stream.of(Fault.inLine(line, what + " is longer than " + longest + " characters"))
                : Stream.empty();
    }
}
