package dev.lectern.schedule.change;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.lectern.schedule.edit.Tell;
import dev.lectern.schedule.warning.Warning;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something as it is after an edit, or would be, and what that means for others.
 *
 * @param dryRun whether nothing was done
 * @param warnings what there is to warn of because of it
 * @param tells who is told of it
 */
public record Edited<T>(@JsonUnwrapped T result, boolean dryRun, List<Warning> warnings, List<Tell> tells) {

    public static <T> Edited<T> of(T result, Applied applied, boolean dryRun) {
        return of(result, applied, dryRun, List.of());
    }

    /** @param more what there is to warn of besides */
    public static <T> Edited<T> of(T result, Applied applied, boolean dryRun, List<Warning> more) {
        var warnings = Stream.concat(more.stream(), applied.warnings().stream()).toList();
        return new Edited<>(result, dryRun, warnings, applied.tells());
    }
}
