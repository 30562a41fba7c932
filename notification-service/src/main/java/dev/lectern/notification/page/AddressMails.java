package dev.lectern.notification.page;

import dev.lectern.notification.mail.MailComposer;
import dev.lectern.notification.mail.MailRequest;
import dev.lectern.notification.mail.PlainLetter;
import dev.lectern.notification.mail.PlainLetter.Button;
import dev.lectern.notification.mail.Wording;
import dev.lectern.notification.notice.About;
import dev.lectern.notification.notice.Kind;
import dev.lectern.notification.notice.Notice;
import dev.lectern.notification.notice.NoticeDue;
import dev.lectern.notification.notice.NoticeMetrics;
import dev.lectern.notification.replica.Conference;
import dev.lectern.notification.replica.Presenter;
import dev.lectern.notification.settings.ConferenceSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The mails about a new address: to there, with the link that confirms it and nothing that leads to the presenter's page,
 * and to the old one. Runs in a transaction.
 */
@ApplicationScoped
class AddressMails {

    private final MailComposer composer;
    private final ConferenceSettings settings;
    private final NoticeMetrics metrics;
    private final Event<NoticeDue> due;
    private final String publicUrl;

    AddressMails(
            MailComposer composer,
            ConferenceSettings settings,
            NoticeMetrics metrics,
            Event<NoticeDue> due,
            @ConfigProperty(name = "lectern.public-url") String publicUrl) {
        this.composer = composer;
        this.settings = settings;
        this.metrics = metrics;
        this.due = due;
        this.publicUrl = publicUrl;
    }

    void askNew(Conference conference, Presenter presenter, Wording wording, String address, String secret) {
        var facts = facts(conference, presenter, address);
        var lines = List.of(wording.say("greeting", facts), "", wording.say("address.new", facts));
        var closing = List.of(wording.words("address.new.ignore"));
        var button = Button.of(wording, "confirm.button", publicUrl + "/presenter/address/" + secret);
        send(
                conference,
                presenter,
                wording,
                address,
                wording.say("address.new.subject", facts),
                lines,
                button,
                closing);
    }

    /** @param old where the presenter is written to still */
    void tellOld(Conference conference, Presenter presenter, Wording wording, String old, String address) {
        var facts = facts(conference, presenter, address);
        var not = wording.words("address.old.not");
        var lines = List.of(wording.say("greeting", facts), "", wording.say("address.old", facts));
        var closing = List.of(
                settings.of(conference.id()).answersTo() == null ? not : not + " " + wording.words("message.reply"));
        send(conference, presenter, wording, old, wording.say("address.old.subject", facts), lines, null, closing);
    }

    private static Map<String, String> facts(Conference conference, Presenter presenter, String address) {
        return Map.of("conference", about(conference).shownTitle(), "name", presenter.name(), "address", address);
    }

    private static MailRequest.Conference about(Conference conference) {
        return new MailRequest.Conference(conference.title(), conference.slug(), conference.logo());
    }

    private void send(
            Conference conference,
            Presenter presenter,
            Wording wording,
            String to,
            String subject,
            List<String> lines,
            Button button,
            List<String> closing) {
        var rules = settings.of(conference.id());
        var about = about(conference);
        var letter = new PlainLetter(
                new MailRequest.Reader(presenter.name(), to, null),
                about,
                new MailRequest.Sender("", rules.from(), rules.answersTo()),
                wording,
                false,
                subject,
                wording.words("address.headline"),
                List.of(),
                lines,
                List.of(),
                button,
                closing,
                wording.say("address.footer", Map.of("conference", about.shownTitle())));
        var whom = About.presenter(conference.id(), presenter.id(), presenter.name());
        composer.notice(whom, Kind.ADDRESS_CHANGE, null, letter, Notice.now()).persist();
        metrics.made(Kind.ADDRESS_CHANGE);
        due.fire(new NoticeDue());
    }
}
