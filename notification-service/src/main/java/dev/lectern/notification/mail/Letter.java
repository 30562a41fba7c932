package dev.lectern.notification.mail;

import dev.lectern.chassis.text.PlainText;
import dev.lectern.notification.notice.Difference;
import dev.lectern.notification.notice.Facts;
import dev.lectern.notification.notice.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a mail says, in words but in no format yet. All but the comment is single lines. The template reads what is public.
 *
 * @param rows the differences, or the place as it is or was
 * @param role what the reader is: a presenter of a talk, or the chair of a session
 * @param author empty when there is none to name
 * @param comment its lines
 * @param link to the talk on the agenda
 */
record Letter(
        Kind kind,
        String conference,
        String title,
        String greeting,
        String sentence,
        List<Row> rows,
        String role,
        String author,
        List<String> comment,
        String link) {

    /** Enough to recognise a talk or conference by; a header must stay readable in a list of mails. */
    private static final int LONGEST_TITLE_IN_SUBJECT = 100;

    private static final int LONGEST_CONFERENCE_IN_SUBJECT = 70;

    /** What makes a talk be somewhere or sometime else. */
    private static final Set<String> MOVES = Set.of("startsAt", "room");

    private static final String PRESENTERS = "presenters";

    private static final Map<String, String> LABELS = Map.of(
            "startsAt",
            "Time",
            "durationMinutes",
            "Duration",
            "timeZone",
            "Time zone",
            "room",
            "Room",
            "title",
            "Title",
            "abstract",
            "Abstract",
            "type",
            "Type",
            "track",
            "Track",
            PRESENTERS,
            "Presenters");

    /** One fact: from something to something, or just as it is, where {@code old} is null. */
    record Row(String label, String old, String current) {

        /** {@code Room: Auditorium → Blue room}. */
        public String line() {
            return label + ": " + (old == null ? "" : old + " → ") + current;
        }
    }

    static Letter of(MailRequest request, String publicUrl) {
        var about = request.subject();
        var conference = conference(request);
        var title = PlainText.line(about.title());
        return new Letter(
                request.kind(),
                conference,
                title,
                greeting(request),
                sentence(request, title, conference),
                rows(request),
                role(request),
                PlainText.line(request.author()),
                PlainText.paragraphs(request.comment()).lines().toList(),
                link(request, publicUrl));
    }

    static String link(MailRequest request, String publicUrl) {
        var about = request.contribution();
        return publicUrl + "/agenda/" + request.conference().slug()
                + (request.isAboutSession() ? "#session-" + about.id() : "#talk-" + about.number());
    }

    static String conference(MailRequest request) {
        var title = PlainText.line(request.conference().title());
        return title.isEmpty() ? request.conference().slug() : title;
    }

    static String subject(MailRequest request) {
        return happened(request) + ": "
                + PlainText.line(request.subject().title(), LONGEST_TITLE_IN_SUBJECT) + " – "
                + PlainText.line(conference(request), LONGEST_CONFERENCE_IN_SUBJECT);
    }

    /** What the HTML says above the title. */
    public String headline() {
        return switch (kind) {
            case SCHEDULED -> "On the schedule";
            case CHANGED -> "Schedule change";
            case CANCELLED -> "Off the schedule";
            case REMOVED -> "No longer a " + role;
        };
    }

    /** The HTML's accent: good news, news, bad news; each readable on white. */
    public String colour() {
        return switch (kind) {
            case SCHEDULED -> "#12633a";
            case CHANGED -> "#1f4f8f";
            case CANCELLED, REMOVED -> "#9b1c1c";
        };
    }

    private static String happened(MailRequest request) {
        var yours = "Your " + noun(request);
        return switch (request.kind()) {
            case SCHEDULED -> yours + " is scheduled";
            case CHANGED -> yours + (moved(request) ? " moved" : " changed");
            case CANCELLED -> yours + " is off the schedule";
            case REMOVED -> "You are no longer a " + role(request);
        };
    }

    private static String noun(MailRequest request) {
        return request.isAboutSession() ? "session" : "talk";
    }

    private static String role(MailRequest request) {
        return request.isAboutSession() ? "chair" : "presenter";
    }

    private static boolean moved(MailRequest request) {
        return request.differences().stream().map(Difference::field).anyMatch(MOVES::contains);
    }

    private static String greeting(MailRequest request) {
        var name = PlainText.line(request.reader().name());
        return name.isEmpty() ? "Hello," : "Hello " + name + ",";
    }

    private static String sentence(MailRequest request, String title, String conference) {
        var quoted = "“" + title + "”";
        var yours = "Your " + noun(request) + " " + quoted;
        var there = "“" + conference + "”";
        return switch (request.kind()) {
            case SCHEDULED -> yours + " is on the schedule of " + there + ".";
            case CHANGED ->
                yours + " at " + there + (moved(request) ? " has moved." : " has changed.") + " It is now on "
                        + When.of(request.current()) + ", in " + room(request.current()) + ".";
            case CANCELLED -> yours + " is no longer on the schedule of " + there + ". This is when and where it was:";
            case REMOVED ->
                "You are no longer a " + role(request) + " of " + quoted + " at " + there
                        + ". This is when and where it was:";
        };
    }

    private static List<Row> rows(MailRequest request) {
        return switch (request.kind()) {
            case CHANGED ->
                request.differences().stream()
                        .map(difference -> row(request, difference))
                        .toList();
            case SCHEDULED -> everything(request);
            case CANCELLED, REMOVED -> place(request.old());
        };
    }

    private static Row row(MailRequest request, Difference difference) {
        var label = label(request, difference.field());
        return difference.old() == null && difference.current() == null
                ? new Row(label, null, "has changed")
                : new Row(label, orNone(difference.old()), orNone(difference.current()));
    }

    private static String label(MailRequest request, String field) {
        return field.equals(PRESENTERS) && request.isAboutSession() ? "Chairs" : LABELS.getOrDefault(field, field);
    }

    private static String orNone(String value) {
        return value == null ? "none" : PlainText.line(value);
    }

    private static List<Row> place(Facts facts) {
        return List.of(new Row("Time", null, When.of(facts)), new Row("Room", null, room(facts)));
    }

    private static List<Row> everything(MailRequest request) {
        var facts = request.current();
        var rows = new ArrayList<>(place(facts));
        addIfKnown(rows, "Type", facts.type());
        addIfKnown(rows, "Track", facts.track());
        addIfKnown(
                rows,
                label(request, PRESENTERS),
                facts.presenters().stream().map(Facts.Person::name).collect(Collectors.joining(", ")));
        return List.copyOf(rows);
    }

    private static void addIfKnown(List<Row> rows, String label, String value) {
        var line = PlainText.line(value);
        if (!line.isEmpty()) {
            rows.add(new Row(label, null, line));
        }
    }

    private static String room(Facts facts) {
        return PlainText.line(facts.room());
    }
}
