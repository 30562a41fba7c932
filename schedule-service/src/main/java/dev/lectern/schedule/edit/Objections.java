package dev.lectern.schedule.edit;

import dev.lectern.chassis.problem.CommonRefusal;
import dev.lectern.chassis.problem.Fault;
import dev.lectern.chassis.problem.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What rules object to in an edit. All of it is said at once, each with the operation that it is about. */
final class Objections {

    private record Objection(String at, Refused refused) {

        Stream<Fault> faults() {
            return refused.errors().isEmpty()
                    ? Stream.of(Fault.at(at, refused.getMessage()))
                    : refused.errors().stream().map(fault -> Fault.at(at + fault.pointer(), fault.detail()));
        }
    }

    private final List<Objection> all = new ArrayList<>();

    /** @param at the JSON pointer that those of the refusal are below */
    void add(String at, Refused refused) {
        all.add(new Objection(at, refused));
    }

    /** All of it; a request that makes no sense comes before one that a rule is against. */
    Optional<Refused> refusal() {
        return all.stream()
                .map(Objection::refused)
                .filter(refused -> refused.kind().equals(CommonRefusal.INVALID_REQUEST))
                .findFirst()
                .or(() -> all.stream().map(Objection::refused).findFirst())
                .map(this::withAll);
    }

    private Refused withAll(Refused first) {
        var faults = all.stream().flatMap(Objection::faults).toList();
        var refused = new Refused(first.kind(), first.getMessage(), faults);
        all.forEach(objection -> objection.refused().extensions().forEach(refused::with));
        return refused;
    }
}
