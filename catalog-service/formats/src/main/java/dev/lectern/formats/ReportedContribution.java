package dev.lectern.formats;

import java.util.List;

/**
 * One contribution as a report shows it. What the report leaves out is null; lists are empty then, and the abstract is "".
 *
 * @param number the one that it has, at least 1; where there is an external id, the one that it would have if that is free, or null
 * @param externalId by which the file tells it from others, null where it does that by the number
 * @param line where the contribution begins in the file, from 1
 * @param abstractText Markdown, exact to the character
 * @param durationMinutes only of a contribution that was scheduled
 * @param room where it takes place, as the file names the room
 * @param startsAt as {@code 2027-03-02T10:00}, with an offset where the file has one
 */
public record ReportedContribution(
        Integer number,
        String externalId,
        int line,
        String code,
        String type,
        String title,
        String abstractText,
        Integer durationMinutes,
        String track,
        String session,
        List<ReportedPerson> presenters,
        List<ReportedPerson> authors,
        List<ReportedPerson> coAuthors,
        String room,
        String startsAt) {

    /** Whether the file says both where and when. */
    public boolean isPlaced() {
        return room != null && startsAt != null;
    }
}
