package dev.lectern.schedule.imports;

import dev.lectern.formats.NotUnderstood;
import dev.lectern.schedule.edit.Tell;
import dev.lectern.schedule.warning.Warning;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an import did to a schedule, or in a dry run would do.
 *
 * @param source to which the ids in the file belong
 * @param kept talks that people moved since the last import, and which the file has elsewhere
 */
@Schema(name = "ScheduleImportReport")
record ImportReport(
        String format,
        String source,
        long version,
        Rooms rooms,
        Slots slots,
        List<Kept> kept,
        List<Warning> warnings,
        List<Tell> tells,
        boolean dryRun,
        List<NotUnderstood> notUnderstood) {

    /** How many are new and how many were there, and the slugs of those that the file double books. */
    record Rooms(int created, int matched, List<String> madeNonExclusive) {}

    record Slots(int placed, int moved, int unscheduled, int unchanged) {}

    /** A contribution, and in what its place differs from that of the file. */
    record Kept(int number, List<String> fields) {}
}
