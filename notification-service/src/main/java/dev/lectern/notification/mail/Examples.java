package dev.lectern.notification.mail;

import dev.lectern.notification.mail.MailRequest.Appearance;
import dev.lectern.notification.mail.MailRequest.Conference;
import dev.lectern.notification.mail.MailRequest.Reader;
import dev.lectern.notification.mail.MailRequest.Sender;
import dev.lectern.notification.notice.AnnouncedRevisions;
import dev.lectern.notification.notice.Content;
import dev.lectern.notification.notice.Difference;
import dev.lectern.notification.notice.Facts;
import dev.lectern.notification.notice.Kind;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Mails of each kind about what never was, for templates to be tried with. */
public final class Examples {

    static final String PUBLIC_URL = "https://lectern.example";

    /** Wherever a template puts it without quotes, into a style or into a link, this becomes something else. */
    private static final String HOSTILE =
            "javascript:alert(1)// ' \" onmouseover=1 ;background:url(//evil.example) '\"><script>x</script>";

    private static final Conference CONFERENCE = new Conference("Clocks and Bells", "clocks", "iVBORw0KGgo=");
    private static final String TITLE = "Why bells are late";
    private static final UUID ID = new UUID(0, 1);

    private Examples() {}

    /** What a template must be fit for: each kind, of talks and sessions, and what somebody hostile would write. */
    static List<MailRequest> all(Language language) {
        var all = new ArrayList<MailRequest>();
        for (var conference : List.of(CONFERENCE, new Conference(HOSTILE, "clocks", null))) {
            for (var isSession : List.of(false, true)) {
                for (var kind : Kind.ofAppearances()) {
                    all.add(of(kind, isSession, conference, language));
                }
            }
        }
        all.add(hostile(language));
        all.add(reworded(language));
        return all;
    }

    static MailRequest one() {
        return of(Kind.CHANGED, false, CONFERENCE, Language.ENGLISH);
    }

    /** A mail of one kind, that of a change about another time and room. */
    public static MailRequest of(Kind kind, boolean isSession, Conference conference, Language language) {
        var old = facts(TITLE, "Bell tower", "2027-03-02T10:00:00+01:00", "We blame the *rope*.");
        var moved = facts(TITLE, "Great hall", "2027-03-03T14:00:00+01:00", "We blame the *rope*.");
        return switch (kind) {
            case SCHEDULED -> request(kind, isSession, conference, language, null, old);
            case CHANGED -> request(kind, isSession, conference, language, old, moved);
            case CANCELLED, REMOVED -> request(kind, isSession, conference, language, old, null);
            case MESSAGE, ANSWERS, ADDRESS_CHANGE -> throw kind.isOfNone();
        };
    }

    private static MailRequest reworded(Language language) {
        var old = facts(TITLE, "Bell tower", "2027-03-02T10:00:00+01:00", "We blame the *rope*.");
        var current = facts("Late bells", "Bell tower", "2027-03-02T10:00:00+01:00", "We blame the *wind*.");
        return request(Kind.CHANGED, false, CONFERENCE, language, old, current);
    }

    private static MailRequest hostile(Language language) {
        var old = facts(HOSTILE, HOSTILE, "2027-03-02T10:00:00+01:00", HOSTILE);
        var current = facts("x " + HOSTILE, "x " + HOSTILE, "2027-03-03T14:00:00+01:00", "x " + HOSTILE);
        return request(Kind.CHANGED, false, CONFERENCE, language, old, current);
    }

    private static Facts facts(String title, String room, String startsAt, String abstractText) {
        var start = OffsetDateTime.parse(startsAt);
        var isHostile = title.contains(HOSTILE);
        return new Facts(
                title,
                abstractText,
                isHostile ? title : "Talk",
                isHostile ? title : "Towers",
                room,
                room,
                start,
                start.plusMinutes(30),
                "Europe/Paris",
                List.of(new Facts.Person(ID, isHostile ? title : "Éloïse DUPONT")));
    }

    private static MailRequest request(
            Kind kind, boolean isSession, Conference conference, Language language, Facts old, Facts current) {
        var differences = kind == Kind.CHANGED ? Differences.between(old, current, language) : List.<Difference>of();
        var name = (old == null ? current : old).presenters().get(0).name();
        var author = name.contains(HOSTILE) ? name : "Ada L.";
        var comment = name.contains(HOSTILE) ? name : "The rope is being replaced";
        return new MailRequest(
                new Reader(name, "eloise@liege.example", "https://lectern.example/presenter/example"),
                conference,
                new Appearance(ID, isSession, isSession ? null : 2),
                old,
                new Content(kind, current, differences, author, comment, 1, new AnnouncedRevisions(1, 1), 0, comment),
                new Sender("lectern@lectern.example", "Lectern <lectern@lectern.example>", "ada@conf.example"),
                language,
                MailTemplates.NONE,
                List.of(),
                Instant.parse("2027-02-20T09:15:30Z"));
    }
}
