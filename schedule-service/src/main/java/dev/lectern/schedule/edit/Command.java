package dev.lectern.schedule.edit;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be done as one change, and the version of the schedule that whoever asks for it had seen, or null where
 * that does not matter.
 *
 * @param list the JSON pointer of the list of operations in the request; null where it is one operation, which is not
 * told apart
 * @param before how many of them were asked for in earlier requests
 */
public record Command(List<? extends Operation> operations, Long baseVersion, String list, int before) {

    /** Where requests have their operations. */
    public static final String OPERATIONS = "/operations";

    public static Command of(Operation operation) {
        return new Command(List.of(operation), null, null, 0);
    }

    public static Command of(List<? extends Operation> operations, Long baseVersion) {
        return new Command(List.copyOf(operations), baseVersion, OPERATIONS, 0);
    }

    /** The numbers of all contributions that are named. */
    Set<Integer> contributions() {
        return Operation.contributions(operations);
    }

    /** Where an operation stands in the request, as a JSON pointer. */
    String pointer(int index) {
        return list != null && index >= before ? list + "/" + (index - before) : "";
    }

    /** The contribution that it places, if it is one, so that another place can be proposed for it. */
    Optional<Integer> placed() {
        var placed = operations.stream().filter(Place.class::isInstance).toList();
        return placed.size() == 1 ? placed.get(0).contributions().stream().findFirst() : Optional.empty();
    }
}
