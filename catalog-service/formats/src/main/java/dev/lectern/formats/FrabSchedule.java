package dev.lectern.formats;

import java.util.ArrayList;
import java.util.List;

/**
 * A schedule.xml or schedule.json, the formats in which frab, pretalx and the conferences of the CCC exchange their
 * programmes (c3voc.de/schedule). Few real files keep to the schemas, so nothing is demanded of them but events.
 *
 * @param title of the conference, null when there is none
 * @param source what it says of its origin, null when it says nothing
 * @param timeZone the IANA id of the file's own zone, null where it has none that is known
 * @param notUnderstood what is not of one event alone
 * @param isOurs whether Lectern has written it, whose texts are Markdown and never HTML
 */
record FrabSchedule(
        String title,
        String source,
        String timeZone,
        List<FrabEvent> events,
        List<NotUnderstood> notUnderstood,
        boolean isOurs) {

    static final int MOST_EVENTS = ReportFile.MOST_CONTRIBUTIONS;

    /** What Lectern's own files say of what generated them. */
    private static final String OUR_GENERATOR = "lectern";

    /**
     * A schedule whose times are local ones of a zone, where they have none of their own.
     *
     * @param zone as the file calls it; null where it has none
     * @param generator what has written it, likewise
     */
    static FrabSchedule in(String zone, String title, String source, String generator, List<FrabEvent> events) {
        var known = FileZone.named(zone);
        var notUnderstood = new ArrayList<NotUnderstood>();
        if (known.isUnknown()) {
            notUnderstood.add(NotUnderstood.in(1, zone, FileZone.UNKNOWN));
        }
        return new FrabSchedule(
                title,
                source,
                known.id(),
                events.stream().map(known::place).toList(),
                List.copyOf(notUnderstood),
                OUR_GENERATOR.equals(generator));
    }
}
