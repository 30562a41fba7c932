package dev.lectern.catalog.imports;

import dev.lectern.chassis.problem.Fault;
import dev.lectern.chassis.problem.Refused;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** The bytes of a report of contributions, read to the letter or refused as a whole. */
final class ReportFile {

    private static final int LONGEST_TITLE = 2_000;
    private static final int LONGEST_ABSTRACT = 50_000;
    private static final int LONGEST_NAME = 500;

    private ReportFile() {}

    /** @throws Refused 400 {@code invalid-file} with the lines that are wrong */
    static ContributionReport read(byte[] file) {
        try {
            var report = IndicoReport.parse(text(file == null ? new byte[0] : file));
            refuseWhatIsTooLong(report);
            return report;
        } catch (InvalidReport e) {
            throw invalid(List.of(Fault.inLine(e.line(), e.detail())));
        }
    }

    private static String text(byte[] file) {
        var decoded = StandardCharsets.UTF_8.newDecoder();
        var bytes = ByteBuffer.wrap(file);
        try {
            var text = decoded.decode(bytes).toString();
            var nul = text.indexOf('\0');
            if (nul >= 0) {
                throw invalid(List.of(Fault.inLine(line(text.substring(0, nul)), "A NUL character")));
            }
            return text;
        } catch (CharacterCodingException e) {
            var readable = new String(file, 0, bytes.position(), StandardCharsets.UTF_8);
            throw invalid(List.of(Fault.inLine(line(readable), "Not UTF-8")));
        }
    }

    private static int line(String before) {
        return 1 + Math.toIntExact(before.chars().filter(c -> c == '\n').count());
    }

    private static void refuseWhatIsTooLong(ContributionReport report) {
        var faults =
                report.contributions().stream().flatMap(ReportFile::tooLong).toList();
        if (!faults.isEmpty()) {
            throw invalid(faults);
        }
    }

    private static Stream<Fault> tooLong(ReportedContribution contribution) {
        var names = contribution.presenters().stream()
                .flatMap(person -> Stream.of(person.familyName(), person.givenNames(), person.affiliation()))
                .filter(part -> part != null && part.length() > LONGEST_NAME)
                .map(part -> "A presenter's name or affiliation is longer than " + LONGEST_NAME + " characters");
        var title = contribution.title().length() > LONGEST_TITLE
                ? Stream.of("The title is longer than " + LONGEST_TITLE + " characters")
                : Stream.<String>empty();
        var text = contribution.abstractText().length() > LONGEST_ABSTRACT
                ? Stream.of("The abstract is longer than " + LONGEST_ABSTRACT + " characters")
                : Stream.<String>empty();
        return Stream.of(title, text, names)
                .flatMap(details -> details)
                .map(detail -> Fault.inLine(contribution.line(), detail));
    }

    private static Refused invalid(List<Fault> faults) {
        return new Refused(
                400,
                "invalid-file",
                "The file cannot be imported",
                faults.get(0).detail(),
                faults);
    }
}
