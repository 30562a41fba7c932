package dev.lectern.schedule.timetable;

/** A room as answers and events name it. */
public record RoomName(String slug, String name) {

    /** What tells it in files from another room of the same name. */
    public String withSlug() {
        return name + " (" + slug + ")";
    }
}
