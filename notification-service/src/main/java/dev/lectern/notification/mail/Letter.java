package dev.lectern.notification.mail;

import dev.lectern.chassis.text.Controls;
import dev.lectern.chassis.text.PlainText;
import dev.lectern.notification.notice.Difference;
import dev.lectern.notification.notice.Facts;
import dev.lectern.notification.notice.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a mail says, in words of its reader's language but in no format yet. The templates read what is public. */
final class Letter {

    static final String PRESENTERS = "presenters";

    private static final String ABSTRACT = "abstract";

    /** Enough to recognise a talk or conference by; a header must stay readable in a list of mails. */
    private static final int LONGEST_TITLE_IN_SUBJECT = 100;

    private static final int LONGEST_CONFERENCE_IN_SUBJECT = 70;

    private static final int LONGEST_PREVIEW = 200;

    private final MailRequest request;
    private final Sayings sayings;
    private final News news;
    private final Rewording rewording;
    private final String agendaLink;
    private final String link;
    private final List<Row> rows;
    private final String greeting;
    private final List<String> closing;

    /**
     * One fact: from something to something, or just as it is, where {@code old} is null.
     *
     * @param line {@code Room: Auditorium → Blue room}
     */
    record Row(String label, Phrase old, Phrase current, String line) {}

    /** @param publicUrl the gateway's origin, no slash at the end */
    Letter(MailRequest request, String publicUrl) {
        this.request = request;
        this.sayings = new Sayings(request);
        this.news = new News(request, sayings);
        this.rewording = isReworded(request)
                ? Rewording.between(
                        request.old().abstractText(), request.current().abstractText(), request.language())
                : null;
        this.agendaLink = publicUrl + "/agenda/" + request.conference().slug();
        this.link = link(request, agendaLink);
        this.rows = allRows();
        this.greeting = null;
        this.closing = List.of();
    }

    private Letter(Letter letter, String greeting, List<String> closing) {
        this.request = letter.request;
        this.sayings = letter.sayings;
        this.news = letter.news;
        this.rewording = letter.rewording;
        this.agendaLink = letter.agendaLink;
        this.link = letter.link;
        this.rows = letter.rows;
        this.greeting = greeting;
        this.closing = closing;
    }

    /**
     * The same letter with words of the conference.
     *
     * @param greeting a line; null for the one that all have
     * @param closing lines; empty for none
     */
    Letter saying(String greeting, String closing) {
        return new Letter(
                this, greeting, Controls.lines(closing).strip().lines().toList());
    }

    private static boolean isReworded(MailRequest request) {
        return request.kind() == Kind.CHANGED
                && request.content().differences().stream()
                        .anyMatch(difference -> difference.field().equals(ABSTRACT));
    }

    private static String link(MailRequest request, String agenda) {
        var about = request.appearance();
        if (request.current() == null) {
            return agenda;
        }
        return agenda + (request.isAboutSession() ? "/sessions/" + about.id() : "/talks/" + about.number());
    }

    String subject() {
        return sayings.say(
                        "subject." + event(),
                        Map.of(
                                "title",
                                Phrase.marked(PlainText.line(request.subject().title(), LONGEST_TITLE_IN_SUBJECT)),
                                "conference",
                                Phrase.marked(
                                        PlainText.line(request.conferenceTitle(), LONGEST_CONFERENCE_IN_SUBJECT))))
                .plain();
    }

    public String language() {
        return request.language().tag();
    }

    public String direction() {
        return request.language().direction();
    }

    public Phrase.Piece title() {
        return new Phrase.Piece(PlainText.line(request.subject().title()), true);
    }

    public Phrase.Piece conference() {
        return new Phrase.Piece(request.conferenceTitle(), true);
    }

    /** What lists of mails show beside the subject. */
    public String preview() {
        return PlainText.cut(rows().stream().map(Row::line).collect(Collectors.joining(" ")), LONGEST_PREVIEW);
    }

    public boolean hasLogo() {
        return request.conference().logo() != null;
    }

    /** What the HTML says above the title. */
    public Phrase headline() {
        return sayings.say("headline." + event());
    }

    /** What it is about, in a list of several. */
    Phrase entry() {
        return sayings.say("bundle.entry", Map.of("headline", headline().argument()));
    }

    /** Where a line of this language begins, for mail programs that know no better word. */
    public String start() {
        return direction().equals("rtl") ? "right" : "left";
    }

    /** Good news, news, bad news: the HTML's accent, whose colour is readable on white. */
    public String colour() {
        return switch (request.kind()) {
            case SCHEDULED -> "#12633a";
            case CHANGED -> "#1f4f8f";
            case CANCELLED, REMOVED -> "#9b1c1c";
            case MESSAGE, ANSWERS, ADDRESS_CHANGE -> throw request.kind().isOfNone();
        };
    }

    /** The same for a style sheet. */
    public String mood() {
        return switch (request.kind()) {
            case SCHEDULED -> "good";
            case CHANGED -> "news";
            case CANCELLED, REMOVED -> "bad";
            case MESSAGE, ANSWERS, ADDRESS_CHANGE -> throw request.kind().isOfNone();
        };
    }

    public Phrase greeting() {
        return greeting != null
                ? Phrase.parse(greeting)
                : sayings.say(PlainText.line(request.reader().name()).isEmpty() ? "greeting.anybody" : "greeting");
    }

    /** What happened, in a sentence or a few. */
    public Phrase opening() {
        return request.kind() == Kind.CHANGED ? news.sentences() : sayings.say("opening." + event());
    }

    /** The differences, or the place as it is or was. */
    public List<Row> rows() {
        return rows;
    }

    private List<Row> allRows() {
        return switch (request.kind()) {
            case CHANGED ->
                request.content().differences().stream().map(this::row).toList();
            case SCHEDULED -> everything();
            case CANCELLED, REMOVED -> place(request.old());
            case MESSAGE, ANSWERS, ADDRESS_CHANGE -> throw request.kind().isOfNone();
        };
    }

    /** What changed in the abstract; empty where that says nothing. */
    public List<Rewording.Piece> rewording() {
        return rewording == null ? List.of() : rewording.pieces();
    }

    /** Who made the change; empty when there is none to name. */
    public Phrase author() {
        return PlainText.line(request.content().author()).isEmpty() ? Phrase.EMPTY : sayings.say("author");
    }

    /** Its lines. */
    public List<String> comment() {
        return PlainText.paragraphs(request.content().comment()).lines().toList();
    }

    /** The conference's last words, in lines. */
    public List<String> closing() {
        return closing;
    }

    Kind kind() {
        return request.kind();
    }

    boolean isMove() {
        return event().equals("moved");
    }

    boolean isAboutSession() {
        return request.isAboutSession();
    }

    /** What it is about, as it is or was. */
    Facts facts() {
        return request.subject();
    }

    Phrase when() {
        return sayings.when(request.subject());
    }

    String reader() {
        return request.reader().name();
    }

    String authorName() {
        return request.content().author();
    }

    /** To the talk on the agenda, or to the agenda alone where the talk is not on it for the reader any more. */
    public String link() {
        return link;
    }

    String agendaLink() {
        return agendaLink;
    }

    /** Of whoever released it, its lines. */
    public List<String> note() {
        return PlainText.paragraphs(request.content().note()).lines().toList();
    }

    /** {@code Agenda: https://…}. */
    Phrase agenda() {
        return sayings.say("agenda", Map.of("link", Phrase.marked(link)));
    }

    /** The address of the reader's own page; null for none. */
    public String page() {
        return request.reader().page();
    }

    /** What to do there, as words of a link. */
    public Phrase answer() {
        return sayings.say("answer");
    }

    /** {@code Have you seen this … https://…}; empty without such a page. */
    Phrase answerLine() {
        return page() == null ? Phrase.EMPTY : sayings.say("answer.line", Map.of("link", Phrase.marked(page())));
    }

    public Phrase button() {
        return sayings.say("button");
    }

    /** What the mail is about, what becomes of the calendar entry, and whom to tell that something is wrong. */
    public Phrase footer() {
        return Phrase.sentences(List.of(sayings.say("footer"), calendarNote(), reply()));
    }

    /** A first mail has no earlier entry to speak of. */
    private Phrase calendarNote() {
        return switch (request.kind()) {
            case SCHEDULED -> Phrase.EMPTY;
            case CHANGED -> sayings.say("calendar.changed");
            case CANCELLED, REMOVED -> sayings.say("calendar.gone");
            case MESSAGE, ANSWERS, ADDRESS_CHANGE -> throw request.kind().isOfNone();
        };
    }

    /** Whom to tell that something does not suit; empty where nobody reads answers. */
    Phrase reply() {
        return request.sender().replyTo() == null ? Phrase.EMPTY : sayings.say("reply");
    }

    /** As the keys of messages have it. */
    private String event() {
        return request.kind() == Kind.CHANGED && news.isMove()
                ? "moved"
                : request.kind().name().toLowerCase(Locale.ROOT);
    }

    private Row row(Difference difference) {
        var field = difference.field();
        return switch (field) {
            case ABSTRACT -> row(field, Phrase.parse(rewording.summary()));
            case PRESENTERS -> row(field, sayings.names(request.old()), sayings.names(request.current()));
            case "room" -> row(field, sayings.orNone(difference.old()), room(difference));
            default -> row(field, sayings.orNone(difference.old()), sayings.orNone(difference.current()));
        };
    }

    private Phrase room(Difference difference) {
        return news.isRenamedRoom()
                ? sayings.say("sameRoom", Map.of("room", Phrase.marked(difference.current())))
                : sayings.orNone(difference.current());
    }

    private List<Row> place(Facts facts) {
        return List.of(row("startsAt", sayings.when(facts)), row("room", Phrase.value(facts.room())));
    }

    private List<Row> everything() {
        var facts = request.current();
        var rows = new ArrayList<>(place(facts));
        addIfKnown(rows, "type", Phrase.value(facts.type()));
        addIfKnown(rows, "track", Phrase.value(facts.track()));
        addIfKnown(rows, PRESENTERS, facts.presenters().isEmpty() ? Phrase.EMPTY : sayings.names(facts));
        return List.copyOf(rows);
    }

    private void addIfKnown(List<Row> rows, String field, Phrase value) {
        if (!value.isEmpty()) {
            rows.add(row(field, value));
        }
    }

    private Row row(String field, Phrase value) {
        var label = label(field);
        return new Row(
                label,
                null,
                value,
                sayings.say("row", Map.of("label", label, "new", value.argument()))
                        .plain());
    }

    private Row row(String field, Phrase old, Phrase current) {
        var label = label(field);
        var line = sayings.say("row.change", Map.of("label", label, "old", old.argument(), "new", current.argument()));
        return new Row(label, old, current, line.plain());
    }

    private String label(String field) {
        return sayings.say("label." + field).plain();
    }
}
