package dev.lectern.schedule.timetable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A contribution as answers name it. */
@Schema(name = "ContributionName")
public record Talk(int number, String title) {}
