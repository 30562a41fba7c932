package dev.lectern.notification.briefing;

import dev.lectern.notification.briefing.BadAddresses.Unheard;
import dev.lectern.notification.mail.Language;
import dev.lectern.notification.mail.MailComposer;
import dev.lectern.notification.mail.MailRequest;
import dev.lectern.notification.mail.PlainLetter;
import dev.lectern.notification.mail.PlainLetter.Entry;
import dev.lectern.notification.mail.Wording;
import dev.lectern.notification.notice.About;
import dev.lectern.notification.notice.Kind;
import dev.lectern.notification.notice.Notice;
import dev.lectern.notification.notice.NoticeDue;
import dev.lectern.notification.notice.NoticeMetrics;
import dev.lectern.notification.replica.Conference;
import dev.lectern.notification.replica.FormerPresenter;
import dev.lectern.notification.replica.Presenter;
import dev.lectern.notification.settings.ConferenceSettings;
import dev.lectern.notification.settings.Mailbox;
import dev.lectern.notification.settings.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.mail.internet.AddressException;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Tells organisers by mail that something does not work for presenters, and that mail does not get to some of them:
 * soon, and in one mail what comes within a while. That something was seen is no news of its own, and only counted in
 * it.
 */
@ApplicationScoped
class AnswerNews {

    /** What a mail can hold; all of them are in the list of briefings. */
    private static final int MOST_IN_A_MAIL = 50;

    private final EntityManager entities;
    private final ConferenceSettings settings;
    private final MailComposer composer;
    private final BadAddresses addresses;
    private final NoticeMetrics metrics;
    private final Event<NoticeDue> due;
    private final Duration gather;

    AnswerNews(
            EntityManager entities,
            ConferenceSettings settings,
            MailComposer composer,
            BadAddresses addresses,
            NoticeMetrics metrics,
            Event<NoticeDue> due,
            @ConfigProperty(name = "lectern.answers.gather") Duration gather) {
        this.entities = entities;
        this.settings = settings;
        this.composer = composer;
        this.addresses = addresses;
        this.metrics = metrics;
        this.due = due;
        this.gather = gather;
    }

    /** Organisers are to hear of it, once others have had the time to answer too. */
    void hear(UUID conference) {
        hearAfter(gather, conference);
    }

    void hear(@Observes AddressMarked marked) {
        hear(marked.conference());
    }

    private void hearAfter(Duration wait, UUID conference) {
        entities.createNativeQuery("""
                        insert into answers_due (conference_id, due_at)
                        values (:conference, now() + :millis * interval '1 millisecond') on conflict do nothing""")
                .setParameter("conference", conference)
                .setParameter("millis", wait.toMillis())
                .executeUpdate();
    }

    /** Makes the mail of one conference; says whether there was one whose time had come. Runs in a transaction. */
    @SuppressWarnings("unchecked") // the class given to createNativeQuery is the element type
    boolean tellNext() {
        // Taken away before the answers are read: one that comes meanwhile makes a new row, and is told with that.
        List<Tuple> next = entities.createNativeQuery("""
                        delete from answers_due where conference_id = (
                            select conference_id from answers_due where due_at <= now()
                            order by due_at limit 1 for update skip locked)
                        returning conference_id""", Tuple.class).getResultList();
        next.forEach(row -> tell(row.get(0, UUID.class)));
        return !next.isEmpty();
    }

    private void tell(UUID id) {
        Conference.hold(id);
        Conference conference = Conference.findById(id);
        var rules = settings.of(id);
        if (conference == null || conference.isDeleted() || rules.answersTo() == null) {
            return;
        }
        var unheard = Briefing.lockUnheard(id);
        var declined = unheard.stream()
                .filter(briefing -> is(briefing, Answer.Kind.DECLINED))
                .toList();
        var unreached = addresses.hear(id, MOST_IN_A_MAIL);
        if (declined.isEmpty() && unreached.isEmpty()) {
            return;
        }
        var told = declined.subList(0, Math.min(declined.size(), MOST_IN_A_MAIL));
        var seen = unheard.stream()
                .filter(briefing -> is(briefing, Answer.Kind.SEEN))
                .toList();
        mail(conference, rules, told, unreached, seen.size());
        told.forEach(Briefing::answerHeard);
        seen.forEach(Briefing::answerHeard);
        if (told.size() < declined.size() || unreached.size() == MOST_IN_A_MAIL) {
            hearAfter(Duration.ZERO, id);
        }
    }

    private static boolean is(Briefing briefing, Answer.Kind kind) {
        return briefing.answer() != null && briefing.answer().kind() == kind;
    }

    private void mail(
            Conference conference, Settings rules, List<Briefing> declined, List<Unheard> unreached, int seen) {
        var letter = letter(conference, rules, declined, unreached, seen);
        composer.notice(About.conference(conference.id()), Kind.ANSWERS, null, letter, Notice.now())
                .persist();
        metrics.made(Kind.ANSWERS);
        due.fire(new NoticeDue());
    }

    private PlainLetter letter(
            Conference conference, Settings rules, List<Briefing> declined, List<Unheard> unreached, int seen) {
        var wording = new Wording(Language.of(null, rules.defaultLanguage()), ZoneId.of(conference.timeZone()));
        var about = new MailRequest.Conference(conference.title(), conference.slug(), conference.logo());
        var replicas = Replicas.about(conference.id(), declined);
        var facts = Map.of("conference", about.shownTitle());
        var kind = declined.isEmpty() ? ".unreached" : "";
        var count = declined.isEmpty() ? unreached.size() : declined.size();
        var opening = declined.isEmpty() || unreached.isEmpty()
                ? wording.count("answers.opening" + kind, count, facts)
                : wording.say("answers.opening.both", facts);
        var lines = List.of(wording.words("greeting.anybody"), "", opening);
        var closing = new ArrayList<String>();
        if (seen > 0) {
            closing.add(wording.count("answers.seen", seen, facts));
        }
        return new PlainLetter(
                reader(rules),
                about,
                new MailRequest.Sender("", rules.from(), null),
                wording,
                false,
                wording.count("answers.subject" + kind, count, facts),
                wording.words("answers.headline"),
                List.of(),
                lines,
                Stream.concat(
                                declined.stream().map(briefing -> entry(briefing, replicas.of(briefing), wording)),
                                unreached.stream().map(one -> entry(one, wording)))
                        .toList(),
                null,
                closing,
                wording.say("answers.footer", facts));
    }

    private static Entry entry(Briefing briefing, BriefingFacts around, Wording wording) {
        var told = briefing.told();
        var title = told == null ? around.appearance().title() : told.title();
        var lines = new ArrayList<String>();
        lines.add(presenter(around, wording));
        if (told != null) {
            lines.add(wording.when(told) + ", " + wording.value(told.room()));
        }
        lines.add(wording.say(
                "answers.date", Map.of("date", wording.day(briefing.answer().at()))));
        var words = briefing.answer().words();
        return new Entry(
                wording.value(title),
                lines,
                words == null ? List.of() : words.lines().toList());
    }

    /** Whom to write to: nobody can answer several of them by answering the mail. */
    private static String presenter(BriefingFacts around, Wording wording) {
        var name = Optional.ofNullable(around.presenterName()).orElse("");
        return around.email() == null
                ? wording.value(name)
                : wording.say("answers.presenter", Map.of("name", name, "address", around.email()));
    }

    private static Entry entry(Unheard one, Wording wording) {
        Presenter presenter = Presenter.findById(
                FormerPresenter.identities(List.of(one.presenter())).traced(one.presenter()));
        return new Entry(
                wording.value(presenter == null ? "" : presenter.name()),
                List.of(wording.say("answers.unreached", Map.of("address", one.address()))),
                one.reason() == null ? List.of() : one.reason().lines().toList());
    }

    private static MailRequest.Reader reader(Settings rules) {
        try {
            return new MailRequest.Reader(
                    Optional.ofNullable(Mailbox.name(rules.answersTo())).orElse(""),
                    Mailbox.address(rules.answersTo()),
                    null);
        } catch (AddressException e) {
            throw new IllegalStateException("settings hold what is not a mailbox", e);
        }
    }
}
