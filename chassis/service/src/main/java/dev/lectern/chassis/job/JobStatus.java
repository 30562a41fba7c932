package dev.lectern.chassis.job;

import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where a job stands.
 *
 * @param phase what it is at, in a few words; null once it has ended
 * @param done of {@code total}; both are 0 where nobody counts
 * @param result the answer of one that is DONE, else null
 * @param problem the problem of one that FAILED, else null
 */
public record JobStatus(
        UUID id,
        State state,
        String phase,
        long done,
        long total,
        Instant startedAt,
        @JsonRawValue String result,
        @JsonRawValue String problem) {

    @Schema(name = "JobState")
    enum State {
        RUNNING,
        DONE,
        /** Refused, or given up; nothing of it was done. */
        FAILED,
        /** Its process has gone; nothing of it was done. */
        INTERRUPTED
    }

    boolean hasEnded() {
        return state != State.RUNNING;
    }
}
