package dev.lectern.schedule.agenda;

import dev.lectern.schedule.timetable.RoomName;
import dev.lectern.schedule.timetable.TimeAndPlace;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Where things of a day stand in a grid of rooms and times: its first row names the rooms, its first column the times.
 * A room has as many lanes, side by side, as it has things at once. The classes are those of {@link PageAssets}.
 */
final class DayGrid {

    static final int MINUTES_PER_ROW = 5;
    static final int MOST_ROWS = 420;
    static final int MOST_LANES = 100;

    private static final int FIRST_ROW = 2;
    private static final int FIRST_LANE = 2;

    /** The lanes of a room, from the grid's column on. */
    record Column(RoomName room, int first, int lanes) {

        public String classes() {
            return "c" + first + " w" + lanes;
        }
    }

    private final OffsetDateTime begin;
    private final Map<String, Column> columns = new LinkedHashMap<>();
    private final Map<TimeAndPlace, List<Integer>> lanes = new LinkedHashMap<>();
    private final int width;

    /**
     * @param begin the day's first start
     * @param rooms in their order; those without anything are left out
     * @param places of all that takes a lane
     * @param wide places of what is as wide as its room, which has a lane at least
     */
    DayGrid(OffsetDateTime begin, List<RoomName> rooms, List<TimeAndPlace> places, List<TimeAndPlace> wide) {
        this.begin = begin.truncatedTo(ChronoUnit.HOURS);
        var next = FIRST_LANE;
        for (var room : rooms) {
            var taken = lanes(places.stream()
                    .filter(place -> isIn(room, place))
                    .sorted(Comparator.comparing(
                            (TimeAndPlace place) -> place.startsAt().toInstant())));
            var width = taken == 0 && wide.stream().anyMatch(place -> isIn(room, place)) ? 1 : taken;
            if (width > 0) {
                columns.put(room.slug(), new Column(room, next, width));
                next += width;
            }
        }
        this.width = next - FIRST_LANE;
    }

    private static boolean isIn(RoomName room, TimeAndPlace place) {
        return place.room() != null && place.room().slug().equals(room.slug());
    }

    /** How many lanes they take, each the first that is free by then. */
    private int lanes(Stream<TimeAndPlace> places) {
        var ends = new ArrayList<OffsetDateTime>();
        places.forEach(place -> {
            var lane = 0;
            while (lane < ends.size() && ends.get(lane).isAfter(place.startsAt())) {
                lane++;
            }
            if (lane == ends.size()) {
                ends.add(place.endsAt());
            } else {
                ends.set(lane, place.endsAt());
            }
            lanes.computeIfAbsent(place, any -> new ArrayList<>()).add(lane);
        });
        return ends.size();
    }

    /** Whether there are classes for all of it. */
    boolean fits() {
        return width > 0 && width <= MOST_LANES;
    }

    List<Column> columns() {
        return List.copyOf(columns.values());
    }

    /** The grid's own class, which says how many lanes it has. */
    public String classes() {
        return "n" + width;
    }

    /** Something in a lane of its own; another one each time for what has the same time and place. */
    String lane(TimeAndPlace place) {
        var free = lanes.get(place);
        var lane = columns.get(place.room().slug()).first() + (free.size() > 1 ? free.remove(0) : free.get(0));
        return rows(place) + " c" + lane;
    }

    /** Something as wide as its room, or as all of them. */
    String wide(TimeAndPlace place) {
        var column = place.room() == null ? null : columns.get(place.room().slug());
        return rows(place) + " " + (column == null ? "across" : column.classes());
    }

    String row(OffsetDateTime start) {
        return "s" + rowOf(start, 0);
    }

    private String rows(TimeAndPlace place) {
        var start = rowOf(place.startsAt(), 0);
        return "s" + start + " e" + Math.max(start + 1, rowOf(place.endsAt(), MINUTES_PER_ROW - 1));
    }

    private int rowOf(OffsetDateTime time, int roundedBy) {
        var minutes = Duration.between(begin, time).toMinutes() + roundedBy;
        return (int) Math.min(MOST_ROWS, FIRST_ROW + minutes / MINUTES_PER_ROW);
    }
}
