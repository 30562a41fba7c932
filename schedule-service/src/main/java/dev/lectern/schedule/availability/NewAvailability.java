package dev.lectern.schedule.availability;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.lectern.chassis.problem.Fault;
import dev.lectern.chassis.problem.Refused;
import dev.lectern.schedule.timetable.StartTime;
import dev.lectern.schedule.timetable.TimeRange;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When somebody or something is available from now on; without ranges always. Times are read as those of talks are. */
@JsonIgnoreProperties("timeZone")
record NewAvailability(
        @NotNull @Size(max = MOST, message = "At most " + MOST + " ranges")
        List<@NotNull @Valid Range> ranges) {

    private static final int MOST = 100;

    @Schema(name = "NewRange")
    record Range(@NotNull String from, @NotNull String until) {}

    /** @throws Refused 400, with everything that is wrong with them */
    List<TimeRange> in(ZoneId zone) {
        var faults = new ArrayList<Fault>();
        var read = new ArrayList<TimeRange>();
        for (var index = 0; index < ranges.size(); index++) {
            var pointer = "/ranges/" + index;
            var from = time(ranges.get(index).from(), zone, pointer + "/from", faults);
            var until = time(ranges.get(index).until(), zone, pointer + "/until", faults);
            if (from.isPresent() && until.isPresent()) {
                range(from.get(), until.get(), pointer, faults).ifPresent(read::add);
            }
        }
        if (!faults.isEmpty()) {
            throw Refused.invalid(faults);
        }
        return read;
    }

    private static Optional<Instant> time(String text, ZoneId zone, String pointer, List<Fault> faults) {
        try {
            return Optional.of(StartTime.read(text, zone, pointer));
        } catch (Refused e) {
            faults.addAll(e.errors());
            return Optional.empty();
        }
    }

    private static Optional<TimeRange> range(Instant from, Instant until, String pointer, List<Fault> faults) {
        if (from.isBefore(until)) {
            return Optional.of(new TimeRange(from, until));
        }
        faults.add(Fault.at(pointer + "/until", "A range ends after it starts"));
        return Optional.empty();
    }
}
