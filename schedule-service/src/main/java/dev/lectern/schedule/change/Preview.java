package dev.lectern.schedule.change;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.lectern.chassis.problem.Fault;
import dev.lectern.chassis.problem.Refused;
import dev.lectern.schedule.edit.Alteration;
import dev.lectern.schedule.edit.BreakAlteration;
import dev.lectern.schedule.edit.SessionAlteration;
import dev.lectern.schedule.edit.Tell;
import dev.lectern.schedule.warning.Warning;
import java.util.List;
import java.util.Optional;

/**
 * What an order would do now.
 *
 * @param changes nothing when it cannot be carried out, and so are warnings and tells
 * @param conflicts the talks that others have altered since the order's base version, where they touched what it
 * touches
 * @param refusal what is against it
 */
public record Preview(
        List<Alteration> changes,
        List<BreakAlteration> breaks,
        List<SessionAlteration> sessions,
        List<Warning> warnings,
        List<Tell> tells,
        List<Alteration> conflicts,
        @JsonIgnore Optional<Refused> refusal) {

    static Preview of(Applied applied, List<Alteration> conflicts) {
        return new Preview(
                applied.changes(),
                applied.breaks(),
                applied.sessions(),
                applied.warnings(),
                applied.tells(),
                conflicts,
                Optional.empty());
    }

    static Preview of(Refused refusal, List<Alteration> conflicts) {
        return new Preview(List.of(), List.of(), List.of(), List.of(), List.of(), conflicts, Optional.of(refusal));
    }

    /** What is against it, with pointers to its operations. */
    @JsonProperty
    public List<Fault> errors() {
        return refusal.map(Refused::errors).orElse(List.of());
    }
}
