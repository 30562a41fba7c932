package dev.lectern.schedule.change;

import dev.lectern.chassis.database.DatabaseErrors;
import dev.lectern.chassis.outbox.Outbox;
import dev.lectern.chassis.problem.Fault;
import dev.lectern.chassis.problem.Refused;
import dev.lectern.schedule.replica.Conference;
import dev.lectern.schedule.timetable.Announceable;
import dev.lectern.schedule.timetable.RoomTaken;
import dev.lectern.schedule.timetable.Session;
import dev.lectern.schedule.timetable.Slot;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
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

    @Transactional
    public Applied apply(UUID conference, Signature by, Operation operation) {
        return apply(conference, by, Order.of(operation));
    }

    /**
     * Carries an order out as one version, or not at all. What alters nothing makes no version and no event.
     *
     * @throws Refused 404 when its conference was deleted since the caller was let in; else with all that rules object to
     */
    @Transactional
    public Applied apply(UUID conference, Signature by, Order order) {
        var edit = run(conference, order);
        var newer = newer(edit, order);
        if (!newer.isEmpty()) {
            throw MovedOn.by(edit.schedule(), newer);
        }
        var refusal = edit.objections().refusal();
        if (refusal.isPresent()) {
            throw refusal.get();
        }
        return complete(edit, by, order);
    }

    /** Carries an order out; in a dry run the transaction leaves nothing of it. */
    @Transactional
    public Applied apply(UUID conference, Signature by, Order order, boolean dryRun) {
        var applied = apply(conference, by, order);
        if (dryRun) {
            QuarkusTransaction.setRollbackOnly();
        }
        return applied;
    }

    /** Says what an order would do, also when it cannot be carried out. What the session has read is to be read again afterwards. */
    @Transactional
    public Preview preview(UUID conference, Signature by, Order order) {
        entities.flush();
        execute("savepoint preview");
        try {
            var edit = run(conference, order);
            var conflicts = Span.of(conference, newer(edit, order)).talks();
            return edit.objections()
                    .refusal()
                    .map(refusal -> Preview.of(refusal, conflicts))
                    .orElseGet(() -> Preview.of(complete(edit, by, order), conflicts));
        } finally {
            entities.clear();
            execute("rollback to savepoint preview");
        }
    }

    private void execute(String statement) {
        entities.createNativeQuery(statement).executeUpdate();
    }

    private static Edit run(UUID conference, Order order) {
        var edit = new Edit(Schedule.lock(conference));
        if (Conference.isDeleted(conference)) {
            throw Refused.notFound("The conference was deleted a moment ago");
        }
        edit.run(order);
        new Clashes(edit).object(order);
        return edit;
    }

    private Applied complete(Edit edit, Signature by, Order order) {
        if (edit.alterations().none()) {
            return new Applied(edit, false, new Tells(edit, List.of()));
        }
        var tells = makeVersion(edit, by, order.operations());
        requireConstraints();
        return new Applied(edit, true, tells);
    }

    /** The changes since the version that whoever asks had seen, where they touched what this one touches. */
    private static List<Change> newer(Edit edit, Order order) {
        var base = order.baseVersion();
        var schedule = edit.schedule();
        if (base == null || base == schedule.version()) {
            return List.of();
        }
        if (base > schedule.version()) {
            throw Refused.invalid(Fault.at("/baseVersion", "The schedule has no such version yet"));
        }
        var alterations = edit.alterations();
        var talks = new TreeSet<>(order.contributions());
        talks.addAll(alterations.talksTouched());
        return Change.since(schedule.conferenceId(), base, talks, alterations.roomsTouched());
    }

    /** @return who is told what */
    private Tells makeVersion(Edit edit, Signature by, List<? extends Operation> operations) {
        var schedule = edit.schedule();
        var version = schedule.nextVersion();
        schedule.agendaChanged(edit.at());
        var news = edit.alterations().toTell();
        var tells = new Tells(edit, by.announce() ? news : List.of());
        var announcement = Optional.of(by.at(version)).filter(any -> by.announce() && schedule.isPublished());
        edit.alterations().breaks().forEach(pause -> pause.revise(edit.at()));
        edit.alterations().toRevise(news).forEach(one -> one.revise(version, edit.at(), announcement));
        news.forEach(one -> tell(edit, one));
        new Change(edit, by, operations).persist();
        return tells;
    }

    void tell(Edit edit, Announceable news) {
        news.emit(edit.schedule().isPublished(), edit.timeZone());
        if (news instanceof Slot slot) {
            outbox.append(SlotEvent.TOPIC, SlotEvent.TYPE, slot.id(), SlotEvent.of(slot));
        } else if (news instanceof Session session) {
            tell(SessionEvent.of(session));
        }
    }

    void tell(SessionEvent event) {
        outbox.append(SessionEvent.TOPIC, SessionEvent.TYPE, event.id(), event);
    }

    /** The database has the last word, and says it here rather than at the commit, where it could not be answered any more. */
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
