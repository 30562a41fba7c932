package dev.lectern.schedule.edit;

import dev.lectern.schedule.timetable.Spot;
import dev.lectern.schedule.timetable.Talk;

/** Where a talk was and where it is; null where it had or has no place. */
public record Alteration(Talk contribution, Spot before, Spot after) {}
