package dev.lectern.schedule.change;

import java.util.List;
import java.util.Set;

/**
 * What is to be done as one change, and the version of the schedule that whoever asks for it had seen, or null where that does not matter.
 *
 * @param isList whether the request is a list of operations, which are told apart in what is said of them
 * @param before how many of them were asked for in earlier requests
 */
public record Order(List<? extends Operation> operations, Long baseVersion, boolean isList, int before) {

    public static Order of(Operation operation) {
        return new Order(List.of(operation), null, false, 0);
    }

    public static Order of(List<? extends Operation> operations, Long baseVersion) {
        return new Order(List.copyOf(operations), baseVersion, true, 0);
    }

    /** The numbers of all contributions that are named. */
    Set<Integer> contributions() {
        return Operation.contributions(operations);
    }

    /** Where an operation stands in the request, as a JSON pointer. */
    String pointer(int index) {
        return isList && index >= before ? "/operations/" + (index - before) : "";
    }

    /** Whether it places one contribution, so that another place can be proposed for it. */
    boolean placesOne() {
        return operations.stream().filter(Place.class::isInstance).count() == 1;
    }
}
