package dev.lectern.formats;

import java.util.List;

/**
 * An event of a schedule.xml or schedule.json. What it does not say is null; lists are empty then.
 *
 * @param line where it begins in the file, from 1
 * @param minutes of its duration
 * @param state as the file calls it
 */
record FrabEvent(
        int line,
        String guid,
        String id,
        String title,
        String subtitle,
        String abstractText,
        String description,
        Classification classification,
        Integer minutes,
        String state,
        List<ReportedPerson> persons,
        List<Link> links,
        List<CustomField> customFields,
        Placement placement) {

    String code() {
        return classification.code();
    }
}
