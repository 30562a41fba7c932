package dev.lectern.schedule.draft;

import dev.lectern.chassis.problem.Fault;
import dev.lectern.chassis.problem.Refused;
import dev.lectern.schedule.ScheduleRefusal;
import dev.lectern.schedule.edit.Command;
import dev.lectern.schedule.edit.Operation;
import dev.lectern.schedule.edit.RequestedOperation;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A change that is not made yet. */
@Entity
class Draft extends PanacheEntityBase {

    private static final int MOST_OF_ONE_CONFERENCE = 100;
    private static final int MOST_OPERATIONS = 2000;

    @Id
    private UUID id;

    @SuppressWarnings("UnusedVariable") // read by queries
    private UUID conferenceId;

    private int number;
    private String name;
    private long baseVersion;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Operation> operations;

    protected Draft() {}

    private Draft(UUID conferenceId, int number, String name, long baseVersion) {
        this.id = UUID.randomUUID();
        this.conferenceId = conferenceId;
        this.number = number;
        this.name = name;
        this.baseVersion = baseVersion;
        this.operations = List.of();
    }

    /** @throws Refused 409 when the conference has as many as it may have */
    static Draft begin(UUID conference, String name, long baseVersion) {
        if (count("conferenceId", conference) >= MOST_OF_ONE_CONFERENCE) {
            throw ScheduleRefusal.TOO_MANY_DRAFTS.because(
                    "A conference has at most 100 drafts; apply or discard one first");
        }
        var last = Draft.<Draft>find("conferenceId = ?1 order by number desc", conference)
                .firstResultOptional();
        var draft = new Draft(conference, last.map(Draft::number).orElse(0) + 1, name, baseVersion);
        draft.persist();
        return draft;
    }

    static Optional<Draft> of(UUID conference, UUID id) {
        return find("conferenceId = ?1 and id = ?2", conference, id).firstResultOptional();
    }

    /** The next ones as created, from behind a number. */
    static List<Draft> after(UUID conference, long number, int limit) {
        return find("conferenceId = ?1 and number > ?2 order by number", conference, number)
                .page(0, limit)
                .list();
    }

    /** The operations with some more, which the draft does not have yet. */
    Command with(List<? extends RequestedOperation> more) {
        if (operations.size() + more.size() > MOST_OPERATIONS) {
            throw Refused.invalid(Fault.at("/operations", "A draft has at most " + MOST_OPERATIONS + " operations"));
        }
        var all = new ArrayList<>(operations);
        all.addAll(more);
        return new Command(all, baseVersion, Command.OPERATIONS, operations.size());
    }

    void take(Command command) {
        operations = List.copyOf(command.operations());
    }

    Command command() {
        return Command.of(operations, baseVersion);
    }

    void rebase(long version) {
        baseVersion = version;
    }

    UUID id() {
        return id;
    }

    int number() {
        return number;
    }

    String name() {
        return name;
    }

    long baseVersion() {
        return baseVersion;
    }

    List<Operation> operations() {
        return operations;
    }
}
