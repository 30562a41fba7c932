package dev.lectern.notification.mail;

import dev.lectern.chassis.text.PlainText;
import dev.lectern.notification.notice.Difference;
import dev.lectern.notification.notice.Facts;
import dev.lectern.notification.notice.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a mail says, in words but in no format yet. All but the comment is single lines. The template reads what is
 * public.
 *
 * @param moves whether it is somewhere or sometime else now
 * @param rows the differences, or the place as it is or was
 * @param rewording what changed in the abstract; null unless that is a difference
 * @param role what the reader is: a presenter of a talk, or the chair of a session
 * @param author empty when there is none to name
 * @param comment its lines
 * @param link to the talk on the agenda, or to the agenda alone where the talk is not on it for the reader any more
 */
record Letter(
        Kind kind,
        boolean moves,
        String conference,
        String title,
        Phrase greeting,
        Phrase sentence,
        List<Row> rows,
        Rewording rewording,
        String role,
        String author,
        List<String> comment,
        String link) {

    static final String PRESENTERS = "presenters";

    private static final String ABSTRACT = "abstract";

    /** Enough to recognise a talk or conference by; a header must stay readable in a list of mails. */
    private static final int LONGEST_TITLE_IN_SUBJECT = 100;

    private static final int LONGEST_CONFERENCE_IN_SUBJECT = 70;

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
            ABSTRACT,
            "Abstract",
            "type",
            "Type",
            "track",
            "Track",
            PRESENTERS,
            "Presenters");

    /** One fact: from something to something, or just as it is, where {@code old} is null. */
    record Row(String label, Phrase old, Phrase current) {

        /** {@code Room: Auditorium → Blue room}. */
        public String line() {
            return label + ": " + (old == null ? "" : old.plain() + " → ") + current.plain();
        }
    }

    static Letter of(MailRequest request, String publicUrl) {
        var rewording = rewording(request);
        return new Letter(
                request.kind(),
                request.kind() == Kind.CHANGED && new News(request).isMove(),
                conference(request),
                PlainText.line(request.subject().title()),
                greeting(request),
                sentence(request),
                rows(request, rewording),
                rewording,
                role(request),
                PlainText.line(request.content().author()),
                PlainText.paragraphs(request.content().comment()).lines().toList(),
                link(request, publicUrl));
    }

    static String link(MailRequest request, String publicUrl) {
        var about = request.appearance();
        var agenda = publicUrl + "/agenda/" + request.conference().slug();
        if (request.current() == null) {
            return agenda;
        }
        return agenda + (request.isAboutSession() ? "/sessions/" + about.id() : "/talks/" + about.number());
    }

    static String conference(MailRequest request) {
        var title = PlainText.line(request.conference().title());
        return title.isEmpty() ? request.conference().slug() : title;
    }

    static String subject(MailRequest request) {
        return Phrase.of(
                        happened(request) + ": {} – {}",
                        PlainText.line(request.subject().title(), LONGEST_TITLE_IN_SUBJECT),
                        PlainText.line(conference(request), LONGEST_CONFERENCE_IN_SUBJECT))
                .plain();
    }

    /** What the HTML says above the title. */
    public String headline() {
        return switch (kind) {
            case SCHEDULED -> "On the schedule";
            case CHANGED -> moves ? "Schedule change" : "What changed";
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

    /** What becomes of the calendar entry; empty for who has none yet. */
    public String calendarNote() {
        return switch (kind) {
            case SCHEDULED -> "";
            case CHANGED -> " Its calendar entry replaces earlier ones.";
            case CANCELLED, REMOVED -> " Its calendar part takes the entry out of your calendar.";
        };
    }

    private static String happened(MailRequest request) {
        var yours = "Your " + noun(request);
        return switch (request.kind()) {
            case SCHEDULED -> yours + " is scheduled";
            case CHANGED -> yours + (new News(request).isMove() ? " moved" : " changed");
            case CANCELLED -> yours + " is off the schedule";
            case REMOVED -> "You are no longer a " + role(request);
        };
    }

    static String noun(MailRequest request) {
        return request.isAboutSession() ? "session" : "talk";
    }

    /** In small letters: {@code presenters}, or {@code chairs} of a session. */
    static String presenters(MailRequest request) {
        return request.isAboutSession() ? "chairs" : PRESENTERS;
    }

    private static String role(MailRequest request) {
        return request.isAboutSession() ? "chair" : "presenter";
    }

    private static Phrase greeting(MailRequest request) {
        var name = PlainText.line(request.reader().name());
        return name.isEmpty() ? Phrase.of("Hello,") : Phrase.of("Hello {},", name);
    }

    private static Phrase sentence(MailRequest request) {
        var title = request.subject().title();
        var conference = conference(request);
        var yours = "Your " + noun(request) + " “{}”";
        return switch (request.kind()) {
            case SCHEDULED -> Phrase.of(yours + " is on the schedule of “{}”.", title, conference);
            case CHANGED -> new News(request).sentence();
            case CANCELLED ->
                Phrase.of(
                        yours + " is no longer on the schedule of “{}”. This is when and where it was:",
                        title,
                        conference);
            case REMOVED ->
                Phrase.of(
                        "You are no longer a " + role(request) + " of “{}” at “{}”. This is when and where it was:",
                        title,
                        conference);
        };
    }

    private static Rewording rewording(MailRequest request) {
        return request.kind() == Kind.CHANGED
                        && request.content().differences().stream()
                                .anyMatch(difference -> difference.field().equals(ABSTRACT))
                ? Rewording.between(
                        request.old().abstractText(), request.current().abstractText())
                : null;
    }

    private static List<Row> rows(MailRequest request, Rewording rewording) {
        return switch (request.kind()) {
            case CHANGED ->
                request.content().differences().stream()
                        .map(difference -> row(request, difference, rewording))
                        .toList();
            case SCHEDULED -> everything(request);
            case CANCELLED, REMOVED -> place(request.old());
        };
    }

    private static Row row(MailRequest request, Difference difference, Rewording rewording) {
        var label = label(request, difference.field());
        return switch (difference.field()) {
            case ABSTRACT -> new Row(label, null, Phrase.of(rewording.summary()));
            case PRESENTERS -> new Row(label, names(request.old()), names(request.current()));
            case "room" -> new Row(label, Phrase.value(difference.old()), room(request, difference));
            default -> new Row(label, orNone(difference.old()), orNone(difference.current()));
        };
    }

    private static String label(MailRequest request, String field) {
        return field.equals(PRESENTERS) && request.isAboutSession() ? "Chairs" : LABELS.getOrDefault(field, field);
    }

    private static Phrase room(MailRequest request, Difference difference) {
        var name = Phrase.value(difference.current());
        return new News(request).isRenamedRoom() ? name.and(" (the same room)") : name;
    }

    private static Phrase orNone(String value) {
        return value == null ? Phrase.of("none") : Phrase.value(value);
    }

    private static Phrase names(Facts facts) {
        return facts.presenters().isEmpty()
                ? Phrase.of("none")
                : Phrase.list(
                        facts.presenters().stream().map(Facts.Person::name).toList());
    }

    private static List<Row> place(Facts facts) {
        return List.of(
                new Row("Time", null, Phrase.value(When.of(facts))), new Row("Room", null, Phrase.value(facts.room())));
    }

    private static List<Row> everything(MailRequest request) {
        var facts = request.current();
        var rows = new ArrayList<>(place(facts));
        addIfKnown(rows, "Type", Phrase.value(facts.type()));
        addIfKnown(rows, "Track", Phrase.value(facts.track()));
        addIfKnown(
                rows,
                label(request, PRESENTERS),
                Phrase.list(facts.presenters().stream().map(Facts.Person::name).toList()));
        return List.copyOf(rows);
    }

    private static void addIfKnown(List<Row> rows, String label, Phrase value) {
        if (!value.isEmpty()) {
            rows.add(new Row(label, null, value));
        }
    }
}
