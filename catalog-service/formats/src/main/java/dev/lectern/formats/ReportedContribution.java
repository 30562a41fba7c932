package dev.lectern.formats;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One contribution as a report shows it. What the report leaves out is null; lists are empty then, and the abstract is "".
 *
 * @param number the one that it has, at least 1; where there is an external id, the one that it would have if that is free, or null
 * @param externalId by which the file tells it from others, null where it does that by the number
 * @param otherIds what else the file calls it, which may be what others are called too
 * @param line where the contribution begins in the file, from 1
 * @param abstractText Markdown, exact to the character
 * @param durationMinutes only of a contribution that was scheduled
 * @param state PROPOSED, ACCEPTED, CONFIRMED, REJECTED or WITHDRAWN
 * @param links in the order of the file
 * @param customFields in the order of the file
 */
public record ReportedContribution(
        Integer number,
        String externalId,
        int line,
        String title,
        String abstractText,
        Classification classification,
        Integer durationMinutes,
        String state,
        People people,
        List<Link> links,
        List<CustomField> customFields,
        Placement placement,
        List<String> otherIds) {

    /** One that the file calls nothing else. */
    ReportedContribution(
            Integer number,
            String externalId,
            int line,
            String title,
            String abstractText,
            Classification classification,
            Integer durationMinutes,
            String state,
            People people,
            List<Link> links,
            List<CustomField> customFields,
            Placement placement) {
        this(
                number,
                externalId,
                line,
                title,
                abstractText,
                classification,
                durationMinutes,
                state,
                people,
                links,
                customFields,
                placement,
                List.of());
    }

    /** Whether the file says both where and when, and that it takes place. */
    public boolean isPlaced() {
        return placement.isComplete() && !"WITHDRAWN".equals(state) && !"REJECTED".equals(state);
    }

    ReportedContribution withPeople(UnaryOperator<ReportedPerson> each) {
        return new ReportedContribution(
                number,
                externalId,
                line,
                title,
                abstractText,
                classification,
                durationMinutes,
                state,
                people.with(each),
                links,
                customFields,
                placement,
                otherIds);
    }
}
