package dev.lectern.schedule.imports;

import dev.lectern.formats.ContributionReport;
import dev.lectern.formats.Format;
import dev.lectern.schedule.change.Editing;
import dev.lectern.schedule.change.Schedule;
import dev.lectern.schedule.change.Signature;
import dev.lectern.schedule.replica.Conference;
import dev.lectern.schedule.timetable.Room;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Brings a schedule to what a file says, as one change. The same file again changes nothing. */
@ApplicationScoped
class ScheduleImport {

    private final Editing editing;

    ScheduleImport(Editing editing) {
        this.editing = editing;
    }

    @Transactional(TxType.MANDATORY)
    ImportReport run(
            UUID conference, Format format, ContributionReport file, FileTalks talks, Missing missing, Signature by) {
        Schedule.lock(conference);
        var plan = new Plan(Conference.findById(conference), file, talks, missing);
        // Counted before anything is as the file says.
        var rooms = plan.rooms();
        var slots = plan.slots();
        var kept = plan.kept();
        var warnings = plan.warnings();
        var applied = editing.apply(conference, by, plan.order());
        plan.roomNames()
                .forEach((slug, name) -> Room.withSlug(conference, slug).ifPresent(room -> room.importedAs(name)));
        return new ImportReport(
                format.toString(),
                applied.version(),
                rooms,
                slots,
                kept,
                applied.altered()
                        ? Stream.concat(warnings.stream(), applied.warnings().stream())
                                .toList()
                        : List.of(),
                plan.notUnderstood());
    }
}
