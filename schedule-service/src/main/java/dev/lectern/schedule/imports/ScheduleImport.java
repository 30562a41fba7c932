package dev.lectern.schedule.imports;

import dev.lectern.chassis.events.CaughtUp;
import dev.lectern.chassis.job.Progress;
import dev.lectern.chassis.job.Work;
import dev.lectern.formats.ContributionReport;
import dev.lectern.formats.Format;
import dev.lectern.schedule.change.Editing;
import dev.lectern.schedule.edit.Signature;
import dev.lectern.schedule.replica.ConferenceDeleted;
import dev.lectern.schedule.replica.Conferences;
import dev.lectern.schedule.store.StoredTimetable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Brings a schedule to what a file says, as one change. The same file again changes nothing. */
@ApplicationScoped
class ScheduleImport {

    private final Editing editing;
    private final CaughtUp caughtUp;
    private final Duration stall;

    ScheduleImport(Editing editing, CaughtUp caughtUp, @ConfigProperty(name = "lectern.imports.stall") Duration stall) {
        this.editing = editing;
        this.caughtUp = caughtUp;
        this.stall = stall;
    }

    /** @param source to which the ids in the file belong */
    Work work(
            UUID conference,
            Format format,
            String source,
            ContributionReport file,
            Missing missing,
            Signature by,
            boolean dryRun) {
        return new ImportWork(
                progress -> run(conference, format, source, file, missing, by, dryRun, progress), caughtUp, stall);
    }

    void forget(@Observes ConferenceDeleted gone) {
        ImportedPlace.delete("conferenceId", gone.conference());
    }

    private ImportReport run(
            UUID conference,
            Format format,
            String source,
            ContributionReport file,
            Missing missing,
            Signature by,
            boolean dryRun,
            Progress progress) {
        progress.is("waiting for other changes of the schedule", 0, 0);
        var timetable = StoredTimetable.locked(conference);
        progress.is("placing talks", 0, file.contributions().size());
        var plan = new Plan(Conferences.get(conference), file, source, missing);
        // Counted before anything is as the file says.
        var rooms = plan.rooms();
        var slots = plan.slots();
        var kept = plan.kept();
        var warnings = plan.warnings();
        var applied = editing.apply(conference, by, plan.command(), dryRun);
        plan.roomNames()
                .forEach((slug, name) -> timetable
                        .roomNamed(slug)
                        .filter(room -> !room.removed())
                        .ifPresent(room -> FileRooms.remember(room, name)));
        plan.remember();
        return new ImportReport(
                format.toString(),
                source,
                applied.version(),
                rooms,
                slots,
                kept,
                applied.altered()
                        ? Stream.concat(warnings.stream(), applied.warnings().stream())
                                .toList()
                        : List.of(),
                applied.tells(),
                dryRun,
                plan.notUnderstood());
    }
}
