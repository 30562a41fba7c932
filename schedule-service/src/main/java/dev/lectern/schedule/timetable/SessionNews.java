package dev.lectern.schedule.timetable;

import java.util.List;
import java.util.UUID;

/** What others can see of a session. {@code chairs} are presenters. */
public record SessionNews(String title, List<UUID> chairs, SlotState place) {

    /** Who has to be there. */
    public List<UUID> expected() {
        return place.status() == SlotStatus.SCHEDULED ? chairs : List.of();
    }
}
