package dev.lectern.schedule.warning;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something that an organiser may want otherwise.
 *
 * @param code which rule it is, for programs
 * @param detail one sentence, with times in the conference's zone
 * @param contributions the numbers of the talks that it is about
 * @param rooms the slugs of their rooms
 */
public record Warning(String code, String detail, List<Integer> contributions, List<String> rooms) {

    /** By rule, then by number. */
    static final Comparator<Warning> ORDER = Comparator.comparing(Warning::code)
            .thenComparing(Warning::contributions, Warning::compare)
            .thenComparing(Warning::rooms, Warning::compare)
            .thenComparing(Warning::detail);

    static Warning of(String code, String detail, Placing... about) {
        return new Warning(
                code,
                detail,
                Stream.of(about)
                        .filter(Placing::isTalk)
                        .map(Placing::number)
                        .sorted()
                        .toList(),
                Stream.of(about)
                        .filter(placing -> placing.venue() != null)
                        .map(placing -> placing.venue().slug())
                        .distinct()
                        .sorted()
                        .toList());
    }

    private static <T extends Comparable<T>> int compare(List<T> one, List<T> other) {
        for (var index = 0; index < Math.min(one.size(), other.size()); index++) {
            var order = one.get(index).compareTo(other.get(index));
            if (order != 0) {
                return order;
            }
        }
        return one.size() - other.size();
    }
}
