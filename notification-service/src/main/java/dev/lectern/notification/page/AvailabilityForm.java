package dev.lectern.notification.page;

import dev.lectern.notification.availability.LocalRange;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** When a presenter can come, as their page asks for it: for each day of the conference, whether and from when until when. */
final class AvailabilityForm {

    /**
     * One day.
     *
     * @param from where it is not from the day's beginning, else empty
     * @param until where it is not until the day's end, else empty
     */
    record Day(LocalDate date, boolean ticked, String from, String until) {}

    /** As browsers send it. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm[:ss]");

    private AvailabilityForm() {}

    /** As was said last; where nothing was said, nothing is ticked. */
    static List<Day> of(List<LocalDate> days, Optional<List<LocalRange>> said) {
        return days.stream().map(day -> day(day, said)).toList();
    }

    private static Day day(LocalDate date, Optional<List<LocalRange>> said) {
        if (said.isEmpty()) {
            return new Day(date, false, "", "");
        }
        if (said.get().isEmpty()) {
            return new Day(date, true, "", "");
        }
        var midnight = date.plusDays(1).atStartOfDay();
        return said.get().stream()
                .filter(range -> range.from().toLocalDate().equals(date))
                .findFirst()
                .map(range -> new Day(
                        date,
                        true,
                        range.from().equals(date.atStartOfDay())
                                ? ""
                                : range.from().toLocalTime().toString(),
                        range.until().equals(midnight)
                                ? ""
                                : range.until().toLocalTime().toString()))
                .orElse(new Day(date, false, "", ""));
    }

    /** As it was just typed. */
    static List<Day> typed(
            List<LocalDate> days, List<String> dates, List<String> ticked, List<String> from, List<String> until) {
        return days.stream()
                .map(day -> {
                    var index = dates.indexOf(day.toString());
                    return new Day(day, ticked.contains(day.toString()), at(from, index), at(until, index));
                })
                .toList();
    }

    private static String at(List<String> typed, int index) {
        return index < 0 || index >= typed.size() ? "" : typed.get(index);
    }

    /**
     * What a form says; nothing where it makes no sense: no day is ticked, or one ends before it begins.
     *
     * @param days of the conference
     * @param dates the form's days
     * @param ticked those of them on which the presenter can come
     * @param from for each of the form's days a time, or nothing
     * @param until likewise
     */
    static Optional<List<LocalRange>> read(
            List<LocalDate> days, List<String> dates, List<String> ticked, List<String> from, List<String> until) {
        if (ticked.isEmpty() || dates.size() != from.size() || dates.size() != until.size()) {
            return Optional.empty();
        }
        try {
            var ranges = new ArrayList<LocalRange>();
            for (var index = 0; index < dates.size(); index++) {
                var date = LocalDate.parse(dates.get(index));
                if (ticked.contains(dates.get(index))) {
                    var range = new LocalRange(
                            time(date, from.get(index), date.atStartOfDay()),
                            time(date, until.get(index), date.plusDays(1).atStartOfDay()));
                    if (!days.contains(date) || !range.from().isBefore(range.until())) {
                        return Optional.empty();
                    }
                    ranges.add(range);
                }
            }
            return ranges.isEmpty() || new HashSet<>(dates).size() < dates.size()
                    ? Optional.empty()
                    : Optional.of(isAnyTime(days, ranges) ? List.of() : ranges);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static LocalDateTime time(LocalDate date, String text, LocalDateTime otherwise) {
        return text.isBlank() ? otherwise : date.atTime(LocalTime.parse(text.strip(), TIME));
    }

    private static boolean isAnyTime(List<LocalDate> days, List<LocalRange> ranges) {
        return ranges.size() == days.size()
                && ranges.stream()
                        .allMatch(range -> range.until().equals(range.from().plusDays(1)));
    }
}
