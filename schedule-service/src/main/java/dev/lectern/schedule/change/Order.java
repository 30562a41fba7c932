package dev.lectern.schedule.change;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is to be done as one change, and the version of the schedule that whoever asks for it had seen, or null where that does not matter.
 * The operations of a list are told apart in what is said of them.
 */
public record Order(List<? extends Operation> operations, Long baseVersion, boolean isList) {

    public static Order of(Operation operation) {
        return new Order(List.of(operation), null, false);
    }

    public static Order of(List<? extends Operation> operations, Long baseVersion) {
        return new Order(List.copyOf(operations), baseVersion, true);
    }

    /** The numbers of all contributions that are named. */
    Set<Integer> contributions() {
        return operations.stream()
                .flatMap(operation -> operation.contributions().stream())
                .collect(Collectors.toSet());
    }

    /** Where an operation stands in the request, as a JSON pointer. */
    String pointer(int index) {
        return isList ? "/operations/" + index : "";
    }

    /** Whether it places one contribution, so that another place can be proposed for it. */
    boolean placesOne() {
        return operations.stream().filter(Place.class::isInstance).count() == 1;
    }
}
