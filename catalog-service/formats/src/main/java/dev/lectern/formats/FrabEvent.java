package dev.lectern.formats;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An event of a schedule.xml or schedule.json. What it does not say is null; lists are empty then.
 *
 * @param line where it begins in the file, from 1
 * @param column where it begins in that line, from 1; null in files with a line for each property
 * @param minutes of its duration
 * @param state as the file calls it
 * @param remarks on what it says and could not be read
 */
record FrabEvent(
        int line,
        Integer column,
        String guid,
        String id,
        String title,
        Texts texts,
        Classification classification,
        Integer minutes,
        String state,
        List<ReportedPerson> persons,
        List<Link> links,
        List<CustomField> customFields,
        Placement placement,
        List<String> remarks) {

    /** What says more than the title. */
    record Texts(String subtitle, String abstractText, String description) {

        /** The abstract, which is Markdown already. */
        String asWritten() {
            return abstractText == null ? "" : abstractText;
        }

        /** The subtitle, the abstract and the description, each where it says something of its own. */
        String markdown() {
            return Stream.of(
                            subtitle == null ? null : "*" + subtitle.replace("*", "\\*") + "*",
                            abstractText,
                            Objects.equals(description, abstractText) ? null : description)
                    .filter(Objects::nonNull)
                    .map(HtmlText::markdown)
                    .collect(Collectors.joining("\n\n"));
        }
    }

    String code() {
        return classification.code();
    }

    /** What people know it by: its title, else what tells it from others. */
    String name() {
        return Stream.of(title, guid, id, code())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse("");
    }

    /** This event at another place, with what there is to remark on that besides. */
    FrabEvent at(Placement other, List<String> more) {
        return new FrabEvent(
                line,
                column,
                guid,
                id,
                title,
                texts,
                classification,
                minutes,
                state,
                persons,
                links,
                customFields,
                other,
                Stream.concat(remarks.stream(), more.stream()).toList());
    }
}
