package dev.lectern.catalog.addresses;

import dev.lectern.catalog.presenter.Presenter;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a file of addresses did, or would do. Rows without an address are skipped; columns that nobody knows are
 * ignored.
 */
record AddressReport(
        long updated, long unchanged, long skipped, List<String> ignoredColumns, List<Addressed> presenters) {

    @Schema(name = "AddressOutcome")
    enum Outcome {
        UPDATED,
        UNCHANGED
    }

    /** The line of the file, and whose address it is. The address itself is not repeated. */
    record Addressed(int line, UUID id, String name, Outcome outcome) {

        static Addressed of(AddressRow row, Presenter presenter, boolean updated) {
            return new Addressed(
                    row.line(),
                    presenter.id(),
                    presenter.name().displayed(),
                    updated ? Outcome.UPDATED : Outcome.UNCHANGED);
        }
    }

    static AddressReport of(AddressFile file, List<Addressed> presenters) {
        return new AddressReport(
                count(Outcome.UPDATED, presenters),
                count(Outcome.UNCHANGED, presenters),
                file.rows().stream().filter(AddressRow::isSkipped).count(),
                file.ignoredColumns(),
                presenters);
    }

    private static long count(Outcome outcome, List<Addressed> presenters) {
        return presenters.stream().filter(each -> each.outcome() == outcome).count();
    }
}
