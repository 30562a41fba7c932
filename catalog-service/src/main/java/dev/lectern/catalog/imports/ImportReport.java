package dev.lectern.catalog.imports;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.lectern.catalog.audience.Edited;
import dev.lectern.catalog.audience.Tell;
import dev.lectern.catalog.audience.Warning;
import dev.lectern.catalog.presenter.Origin;
import dev.lectern.formats.ContributionReport;
import dev.lectern.formats.NotUnderstood;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an import did, or in a dry run would do, and what that means for others. */
@Schema(name = "CatalogImportReport")
record ImportReport(@JsonUnwrapped Imported imported, boolean dryRun, List<Warning> warnings, List<Tell> tells) {

    static ImportReport of(Edited<Imported> edited) {
        return new ImportReport(edited.result(), edited.dryRun(), edited.warnings(), edited.tells());
    }

    /**
     * What became of a conference. Contributions are in the order of the file.
     *
     * @param source to which the ids in the file belong
     * @param counts of the contributions of the file
     * @param withdrawn how many the file does not have any more
     */
    record Imported(
            String format,
            String source,
            String conferenceTitle,
            @JsonUnwrapped Counts counts,
            long withdrawn,
            List<ImportedContribution> contributions,
            List<Kept> kept,
            Counts presenters,
            List<NotUnderstood> notUnderstood,
            List<Doubt> doubts) {

        static Imported of(
                Origin origin,
                ContributionReport report,
                List<ImportedContribution> contributions,
                List<Kept> kept,
                List<Outcome> presenters,
                List<Doubt> doubts) {
            var outcomes =
                    contributions.stream().map(ImportedContribution::outcome).toList();
            return new Imported(
                    origin.format(),
                    origin.source(),
                    report.title(),
                    Counts.of(outcomes),
                    Counts.count(outcomes, Outcome.WITHDRAWN),
                    contributions,
                    kept,
                    Counts.of(presenters),
                    report.notUnderstood(),
                    doubts);
        }
    }

    @Schema(name = "ImportOutcome")
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
     * What the file leaves open: who somebody is or how to reach them, which contribution something is.
     *
     * @param line where the file first names it, from 1
     * @param text as the file has it
     * @param merge the request that makes two presenters one, where they may be; else null
     */
    record Doubt(int line, String text, String reason, Merge merge) {

        /** A POST to this path, with {@code {"presenter": …}} as its body. */
        record Merge(String path, Body body) {

            record Body(UUID presenter) {}

            static Merge of(String conference, UUID stays, UUID other) {
                return new Merge(
                        "/catalog/conferences/%s/presenters/%s/merge".formatted(conference, stays), new Body(other));
            }
        }

        Doubt(int line, String text, String reason) {
            this(line, text, reason, null);
        }
    }

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
}
