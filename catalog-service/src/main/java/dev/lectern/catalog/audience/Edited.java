package dev.lectern.catalog.audience;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/**
 * Something as it is after an edit, or would be, and what that means for others.
 *
 * @param dryRun whether nothing was done
 * @param warnings what there is to warn of because of it
 * @param tells who is told of it: of talks by number, then of sessions
 */
public record Edited<T>(@JsonUnwrapped T result, boolean dryRun, List<Warning> warnings, List<Tell> tells) {}
