package dev.lectern.schedule.change;

import dev.lectern.schedule.timetable.Placement;
import dev.lectern.schedule.timetable.RoomDetails;
import java.util.Map;

/** How altered things were at one moment: slots by contribution number, rooms by slug. What did not exist then is missing. */
record Snapshot(Map<Integer, Placement> slots, Map<String, RoomDetails> rooms) {}
