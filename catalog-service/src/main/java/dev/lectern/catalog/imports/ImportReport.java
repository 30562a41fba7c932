package dev.lectern.catalog.imports;

import dev.lectern.formats.ContributionReport;
import dev.lectern.formats.Format;
import dev.lectern.formats.NotUnderstood;
import java.util.List;

/** What an import did, or in a dry run would do. Contributions are in the order of the file. */
record ImportReport(
        String format,
        String conferenceTitle,
        long created,
        long updated,
        long unchanged,
        long withdrawn,
        List<ImportedContribution> contributions,
        List<Kept> kept,
        Counts presenters,
        List<NotUnderstood> notUnderstood,
        List<Doubt> doubts) {

    enum Outcome {
        CREATED,
        UPDATED,
        UNCHANGED,
        WITHDRAWN
    }

    /** One contribution of the file, and the fields that are different now. */
    record ImportedContribution(int number, Outcome outcome, List<String> fields) {}

    /** A contribution of which people changed fields since the last import; those of the file are not taken. */
    record Kept(int number, List<String> fields) {}

    /**
     * Someone of whom the file leaves open who that is, or how to reach them.
     *
     * @param line where the file first names them, from 1
     * @param text as the file has them
     */
    record Doubt(int line, String text, String reason) {}

    record Counts(long created, long updated, long unchanged) {

        static Counts of(List<Outcome> outcomes) {
            return new Counts(
                    count(outcomes, Outcome.CREATED),
                    count(outcomes, Outcome.UPDATED),
                    count(outcomes, Outcome.UNCHANGED));
        }

        private static long count(List<Outcome> outcomes, Outcome outcome) {
            return outcomes.stream().filter(outcome::equals).count();
        }
    }

    static ImportReport of(
            Format format,
            ContributionReport report,
            List<ImportedContribution> contributions,
            List<Kept> kept,
            List<Outcome> presenters,
            List<Doubt> doubts) {
        var outcomes = contributions.stream().map(ImportedContribution::outcome).toList();
        var counts = Counts.of(outcomes);
        return new ImportReport(
                format.toString(),
                report.title(),
                counts.created(),
                counts.updated(),
                counts.unchanged(),
                Counts.count(outcomes, Outcome.WITHDRAWN),
                contributions,
                kept,
                Counts.of(presenters),
                report.notUnderstood(),
                doubts);
    }
}
