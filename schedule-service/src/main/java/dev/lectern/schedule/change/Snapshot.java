package dev.lectern.schedule.change;

import dev.lectern.schedule.timetable.RoomDetails;
import dev.lectern.schedule.timetable.SlotState;
import java.util.Map;

/** How altered things were at one moment: slots by contribution number, rooms by slug. What did not exist then is missing. */
record Snapshot(Map<Integer, SlotState> slots, Map<String, RoomDetails> rooms) {}
