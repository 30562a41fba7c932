package dev.lectern.chassis.events;

import dev.lectern.chassis.events.ParkedRecord.State;
import dev.lectern.chassis.problem.CommonRefusal;
import dev.lectern.chassis.problem.Refused;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;

/**
 * Tries again what was parked: at each start, for it may make sense to this release, and when an admin asks. Any number
 * may do so at once, and newer states may come meanwhile: one is applied only where it is the newest, and by one.
 */
@ApplicationScoped
public class ParkedRetries {

    private final EventConsumption consumption;
    private final ParkedRecords parked;

    ParkedRetries(EventConsumption consumption, ParkedRecords parked) {
        this.consumption = consumption;
        this.parked = parked;
    }

    void atStart(@Observes StartupEvent started) {
        waiting().forEach(id -> EventConsumption.retrying(() -> attempt(id)));
    }

    /**
     * Tries one in a transaction of its own.
     *
     * @return how it is now, with the new reason where it stays parked
     * @throws Refused 404 where there is none, or none any more
     */
    public ParkedRecord retry(long id) {
        var record = parked.get(id);
        return consumption.retry(parked.find(id).orElseThrow(ParkedRecords::gone))
                ? record.nowIn(State.APPLIED)
                : parked.get(id);
    }

    /** Which ones wait, as they were parked. */
    public List<Long> waiting() {
        return parked.ids();
    }

    /** Whether it was applied; empty where it is there no more. */
    public Optional<Boolean> attempt(long id) {
        try {
            return parked.find(id).map(consumption::retry);
        } catch (Refused e) {
            if (e.kind() == CommonRefusal.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }
}
