package dev.lectern.schedule.change;

import dev.lectern.chassis.database.DatabaseErrors;
import dev.lectern.chassis.outbox.Outbox;
import dev.lectern.chassis.problem.Refused;
import dev.lectern.schedule.edit.Command;
import dev.lectern.schedule.edit.Diff;
import dev.lectern.schedule.edit.Edit;
import dev.lectern.schedule.edit.MovedOn;
import dev.lectern.schedule.edit.Operation;
import dev.lectern.schedule.edit.Outcome;
import dev.lectern.schedule.edit.Signature;
import dev.lectern.schedule.replica.Conferences;
import dev.lectern.schedule.store.LastPlaces;
import dev.lectern.schedule.store.StoredHistory;
import dev.lectern.schedule.store.StoredTimetable;
import dev.lectern.schedule.timetable.RoomTaken;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/** The one transaction in which a schedule is edited, whether a person asked for it or the catalog's news. */
@ApplicationScoped
public class Editing {

    private static final String ONE_TALK_PER_ROOM = "slot_has_its_exclusive_room_alone";
    private static final String CHECK_NOW =
            "set constraints %1$s immediate; set constraints %1$s deferred".formatted(ONE_TALK_PER_ROOM);

    private final EntityManager entities;
    private final ScheduleEvents events;
    private final PublicAgenda agenda;
    private final Outbox outbox;

    Editing(EntityManager entities, ScheduleEvents events, PublicAgenda agenda, Outbox outbox) {
        this.entities = entities;
        this.events = events;
        this.agenda = agenda;
        this.outbox = outbox;
    }

    @Transactional
    public Applied apply(UUID conference, Signature by, Operation operation) {
        return apply(conference, by, Command.of(operation));
    }

    /**
     * Carries a command out as one version, or not at all. What alters nothing makes no version and no event.
     *
     * @throws Refused 404 when its conference was deleted since the caller was let in; else with all that rules object
     * to
     */
    @Transactional
    public Applied apply(UUID conference, Signature by, Command command) {
        return apply(StoredTimetable.locked(conference), by, command);
    }

    private Applied apply(StoredTimetable timetable, Signature by, Command command) {
        requireConference(timetable);
        var version = timetable.schedule().version();
        var wasPublic = timetable.schedule().isPublished();
        var revision = timetable.schedule().agendaRevision();
        var outcome = carryOut(timetable, command, by);
        if (timetable.schedule().agendaRevision() != revision) {
            agenda.changed(timetable.schedule().conferenceId());
        }
        if (!outcome.conflicts().isEmpty()) {
            throw MovedOn.by(version, outcome.conflicts(), timetable::contributions);
        }
        if (outcome.refusal().isPresent()) {
            throw outcome.refusal().get();
        }
        return keep(timetable, outcome, wasPublic);
    }

    /** Carries a command out; in a dry run the transaction leaves nothing of it. */
    @Transactional
    public Applied apply(UUID conference, Signature by, Command command, boolean dryRun) {
        return apply(StoredTimetable.locked(conference), by, command, dryRun);
    }

    /** @param timetable that this transaction has locked, and asked questions perhaps */
    @Transactional
    public Applied apply(StoredTimetable timetable, Signature by, Command command, boolean dryRun) {
        var applied = apply(timetable, by, command);
        if (dryRun) {
            QuarkusTransaction.setRollbackOnly();
        }
        return applied;
    }

    /**
     * Says what a command would do, also when it cannot be carried out. What the session has read is to be read again
     * afterwards.
     */
    @Transactional
    public Preview preview(UUID conference, Signature by, Command command) {
        entities.flush();
        outbox.flush();
        execute("savepoint preview");
        try {
            var timetable = StoredTimetable.locked(conference);
            requireConference(timetable);
            var wasPublic = timetable.schedule().isPublished();
            var outcome = carryOut(timetable, command, by);
            var conflicts = Diff.of(outcome.conflicts()).talks(timetable::contributions);
            return outcome.refusal()
                    .map(refusal -> Preview.of(refusal, conflicts))
                    .orElseGet(() -> Preview.of(keep(timetable, outcome, wasPublic), conflicts));
        } finally {
            entities.clear();
            outbox.clear();
            execute("rollback to savepoint preview");
        }
    }

    private void execute(String statement) {
        entities.createNativeQuery(statement).executeUpdate();
    }

    private static void requireConference(StoredTimetable timetable) {
        if (Conferences.isDeleted(timetable.schedule().conferenceId())) {
            throw Refused.notFound("The conference was deleted a moment ago");
        }
    }

    /** What came before in this transaction is written first, so that the questions of the edit find it. */
    private Outcome carryOut(StoredTimetable timetable, Command command, Signature by) {
        entities.flush();
        var history = StoredHistory.of(timetable.schedule().conferenceId());
        return Edit.carryOut(timetable, history, command, by, Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }

    private Applied keep(StoredTimetable timetable, Outcome outcome, boolean wasPublic) {
        if (outcome.change().isPresent()) {
            outcome.addedRooms().forEach(entities::persist);
            outcome.added().forEach(entities::persist);
            outcome.removed().forEach(entities::remove);
            events.send(outcome.news(), outcome.hold());
            entities.persist(outcome.change().get());
            requireConstraints();
            LastPlaces.of(timetable.schedule().conferenceId())
                    .follow(outcome, wasPublic, timetable.schedule().isPublished());
        }
        return new Applied(timetable, outcome);
    }

    /**
     * The database has the last word, and says it here rather than at the commit, where it could not be answered any
     * more.
     */
    private void requireConstraints() {
        try {
            entities.flush();
            execute(CHECK_NOW);
        } catch (PersistenceException e) {
            if (DatabaseErrors.constraint(e).filter(ONE_TALK_PER_ROOM::equals).isPresent()) {
                throw new RoomTaken(List.of(), List.of());
            }
            throw e;
        }
    }
}
