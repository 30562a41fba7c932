package dev.lectern.catalog.imports;

import java.util.List;

/** What an import did, or in a dry run would do. Contributions are in the order of the file. */
record ImportReport(
        String format,
        String conferenceTitle,
        long created,
        long updated,
        long unchanged,
        List<ImportedContribution> contributions,
        Counts presenters,
        List<NotUnderstood> notUnderstood) {

    enum Outcome {
        CREATED,
        UPDATED,
        UNCHANGED
    }

    /** One contribution of the file, and the fields that are different now. */
    record ImportedContribution(int number, Outcome outcome, List<String> fields) {}

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
            ContributionReport report, List<ImportedContribution> contributions, List<Outcome> presenters) {
        var counts = Counts.of(
                contributions.stream().map(ImportedContribution::outcome).toList());
        return new ImportReport(
                "indico-report",
                report.title(),
                counts.created(),
                counts.updated(),
                counts.unchanged(),
                contributions,
                Counts.of(presenters),
                report.notUnderstood());
    }
}
