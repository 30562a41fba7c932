package dev.lectern.formats;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * One contribution as a report shows it. What the report leaves out is null; lists are empty then, and the abstract is
 * "".
 *
 * @param number the one that it has, at least 1; where there is an external id, the one that it would have if that is
 * free, or null
 * @param externalId by which the file tells it from others, null where it does that by the number
 * @param otherIds what else the file calls it, which may be what others are called too
 * @param line where the contribution begins in the file, from 1
 * @param column where it begins in that line, from 1, in files that may have several in one line; else null
 * @param title null only where it was read by {@link ReportFile#readPlaces}
 * @param abstractText Markdown, exact to the character
 * @param durationMinutes only of a contribution that was scheduled; from 1 to 1440
 * @param state PROPOSED, ACCEPTED, CONFIRMED, REJECTED or WITHDRAWN
 * @param links in the order of the file
 * @param customFields in the order of the file
 */
public record ReportedContribution(
        Integer number,
        String externalId,
        int line,
        Integer column,
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

    /** One that the file calls nothing else, and that begins its line. */
    public ReportedContribution(
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
                null,
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

    /** The id in Lectern that it may have been exported with; empty where what the file calls it is none. */
    public Optional<UUID> ownId() {
        return OwnId.of(externalId);
    }

    /** Whether the file says both where and when, and that it takes place. */
    public boolean isPlaced() {
        return placement.isComplete() && takesPlace();
    }

    /** This contribution with these presenters behind the others. */
    ReportedContribution presentedAlsoBy(List<ReportedPerson> more) {
        var presenters = Stream.concat(people.presenters().stream(), more.stream())
                .distinct()
                .toList();
        return with(externalId, new People(presenters, people.authors(), people.coAuthors()), otherIds);
    }

    ReportedContribution withPeople(UnaryOperator<ReportedPerson> each) {
        return with(externalId, people.with(each), otherIds);
    }

    ReportedContribution called(String id, List<String> others) {
        return with(id, people, others);
    }

    private ReportedContribution with(String id, People others, List<String> otherIds) {
        return new ReportedContribution(
                number,
                id,
                line,
                column,
                title,
                abstractText,
                classification,
                durationMinutes,
                state,
                others,
                links,
                customFields,
                placement,
                otherIds);
    }

    boolean takesPlace() {
        return !"WITHDRAWN".equals(state) && !"REJECTED".equals(state);
    }

    /** What people know it by: its title, else what tells it from others. */
    String name() {
        return Stream.of(title, externalId, number == null ? null : String.valueOf(number))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }
}
