package dev.lectern.schedule.change;

import dev.lectern.chassis.database.DatabaseErrors;
import dev.lectern.chassis.outbox.Outbox;
import dev.lectern.chassis.problem.Refused;
import dev.lectern.schedule.replica.Conference;
import dev.lectern.schedule.timetable.RoomTaken;
import dev.lectern.schedule.timetable.Slot;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The one transaction in which a schedule is edited, whether a person asked for it or the catalog's news. */
@ApplicationScoped
public class Editing {

    private static final String ONE_TALK_PER_ROOM = "slot_has_its_exclusive_room_alone";
    private static final String CHECK_NOW =
            "set constraints %1$s immediate; set constraints %1$s deferred".formatted(ONE_TALK_PER_ROOM);

    private final EntityManager entities;
    private final Outbox outbox;

    Editing(EntityManager entities, Outbox outbox) {
        this.entities = entities;
        this.outbox = outbox;
    }

    /**
     * Applies an operation as one version, or not at all. What alters nothing makes no version and no event.
     *
     * @return the schedule, at the version that it has now
     * @throws Refused 404 when its conference was deleted since the caller was let in
     */
    @Transactional
    public Schedule apply(UUID conference, Signature by, Operation operation) {
        var edit = new Edit(Schedule.lock(conference));
        if (Conference.isDeleted(conference)) {
            throw Refused.notFound();
        }
        operation.apply(edit);
        edit.requireRoomsFree();
        if (!edit.altersNothing()) {
            makeVersion(edit, by, operation);
            requireConstraints();
        }
        return edit.schedule();
    }

    private void makeVersion(Edit edit, Signature by, Operation operation) {
        var schedule = edit.schedule();
        var version = schedule.nextVersion();
        schedule.agendaChanged(edit.at());
        var toTell = edit.slotsToTell();
        var concerned = new LinkedHashSet<Slot>(edit.alteredSlots());
        concerned.addAll(toTell);
        var announcement = Optional.of(by.at(version)).filter(any -> by.announce() && schedule.isPublished());
        concerned.forEach(slot -> slot.revise(version, edit.at(), announcement));
        toTell.forEach(slot -> tell(edit, slot));
        new Change(edit, by, List.of(operation)).persist();
    }

    void tell(Edit edit, Slot slot) {
        var state = edit.publicState(slot).orElseThrow();
        slot.emit(state);
        outbox.append(SlotEvent.TOPIC, SlotEvent.TYPE, slot.contributionId(), SlotEvent.of(slot, state));
    }

    /** The database has the last word, and says it here rather than at the commit, where it could not be answered any more. */
    private void requireConstraints() {
        try {
            entities.flush();
            entities.createNativeQuery(CHECK_NOW).executeUpdate();
        } catch (PersistenceException e) {
            if (DatabaseErrors.constraint(e).filter(ONE_TALK_PER_ROOM::equals).isPresent()) {
                throw new RoomTaken(List.of());
            }
            throw e;
        }
    }
}
