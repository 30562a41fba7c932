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
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;

/** The vocabulary of the tests of mail: one talk, and ways to change what is said about it. */
final class Letters {

    /** Where nobody has a key. */
    static final Dkim UNSIGNED = new Dkim(new Keys(Optional.empty(), Optional.empty(), Optional.empty()));

    record Keys(Optional<String> domain, Optional<String> selector, Optional<String> keyFile) implements DkimRules {}

    static final UUID TALK = UUID.fromString("6a1f3c52-7a0e-4a57-9f0e-1f5a4e1f9d11");
    static final Facts.Person GERARD = new Facts.Person(new UUID(0, 1), "Gérard BEN AROUS");
    static final Facts.Person BEATRIZ = new Facts.Person(new UUID(0, 2), "Beatriz SEOANE");
    static final Instant CHANGED_AT = Instant.parse("2027-02-20T09:15:30Z");

    private Letters() {}

    static Facts tenInTheAuditorium() {
        return new Facts(
                "Dynamics of neural networks",
                "We study *gradient* descent.\n\nTwo paragraphs; with commas, too.",
                "Talk",
                null,
                "Auditorium",
                "auditorium",
                OffsetDateTime.parse("2027-03-02T10:00:00+01:00"),
                OffsetDateTime.parse("2027-03-02T10:30:00+01:00"),
                "Europe/Paris",
                List.of(GERARD));
    }

    static Facts withTitle(String title) {
        var facts = tenInTheAuditorium();
        return new Facts(
                title,
                facts.abstractText(),
                facts.type(),
                facts.track(),
                facts.room(),
                facts.roomSlug(),
                facts.startsAt(),
                facts.endsAt(),
                facts.timeZone(),
                facts.presenters());
    }

    static Facts withAbstract(String text) {
        var facts = tenInTheAuditorium();
        return new Facts(
                facts.title(),
                text,
                facts.type(),
                facts.track(),
                facts.room(),
                facts.roomSlug(),
                facts.startsAt(),
                facts.endsAt(),
                facts.timeZone(),
                facts.presenters());
    }

    static Facts in(String room) {
        return at(room, "2027-03-02T10:00:00+01:00", "2027-03-02T10:30:00+01:00", "Europe/Paris");
    }

    static Facts at(String startsAt, String endsAt) {
        return at("Auditorium", startsAt, endsAt, "Europe/Paris");
    }

    static Facts at(String room, String startsAt, String endsAt, String zone) {
        var facts = tenInTheAuditorium();
        return new Facts(
                facts.title(),
                facts.abstractText(),
                facts.type(),
                facts.track(),
                room,
                room.toLowerCase(Locale.ROOT).replace(' ', '-'),
                OffsetDateTime.parse(startsAt),
                OffsetDateTime.parse(endsAt),
                zone,
                facts.presenters());
    }

    static Facts by(Facts.Person... presenters) {
        var facts = tenInTheAuditorium();
        return new Facts(
                facts.title(),
                facts.abstractText(),
                facts.type(),
                facts.track(),
                facts.room(),
                facts.roomSlug(),
                facts.startsAt(),
                facts.endsAt(),
                facts.timeZone(),
                List.of(presenters));
    }

    static MailRequest scheduled(Facts current) {
        return request(Kind.SCHEDULED, null, current, reader(), null);
    }

    static MailRequest changed(Facts old, Facts current) {
        return request(Kind.CHANGED, old, current, reader(), "The projector is broken");
    }

    static MailRequest cancelled(Facts old) {
        return request(Kind.CANCELLED, old, null, reader(), null);
    }

    static MailRequest removed(Facts old) {
        return request(Kind.REMOVED, old, null, reader(), null);
    }

    static Reader reader() {
        return new Reader("Gérard BEN AROUS", "gba@nyu.example", null);
    }

    static MailRequest request(Kind kind, Facts old, Facts current, Reader reader, String comment) {
        return request(kind, old, current, reader, comment, Language.ENGLISH);
    }

    /** The same letter to a reader of another language. */
    static MailRequest in(Language language, MailRequest request) {
        var same = request(
                request.kind(),
                request.old(),
                request.current(),
                request.reader(),
                request.content().comment(),
                language);
        return request.isAboutSession() ? ofSession(same) : same;
    }

    private static MailRequest request(
            Kind kind, Facts old, Facts current, Reader reader, String comment, Language language) {
        var differences =
                old == null || current == null ? List.<Difference>of() : Differences.between(old, current, language);
        return new MailRequest(
                reader,
                new Conference("At the interface of physics and AI", "interface-2027", null),
                new Appearance(TALK, false, 3),
                old,
                new Content(kind, current, differences, "Ada L.", comment, 5, new AnnouncedRevisions(5, 1), 4, null),
                new Sender("lectern@conf.example", "Lectern <lectern@conf.example>", null),
                language,
                MailTemplates.NONE,
                List.of(),
                CHANGED_AT);
    }

    /** The room that these facts name, under another name. */
    static Facts renamed(Facts facts, String room) {
        return new Facts(
                facts.title(),
                facts.abstractText(),
                facts.type(),
                facts.track(),
                room,
                facts.roomSlug(),
                facts.startsAt(),
                facts.endsAt(),
                facts.timeZone(),
                facts.presenters());
    }

    /** As it was stored before rooms were known by more than their names. */
    static Facts withoutSlug(Facts facts) {
        return new Facts(
                facts.title(),
                facts.abstractText(),
                facts.type(),
                facts.track(),
                facts.room(),
                null,
                facts.startsAt(),
                facts.endsAt(),
                facts.timeZone(),
                facts.presenters());
    }

    /** A letter to a reader who has these mails already. */
    static MailRequest after(MailRequest request, String replyTo, String... earlier) {
        return new MailRequest(
                request.reader(),
                request.conference(),
                request.appearance(),
                request.old(),
                request.content(),
                new Sender(request.sender().organizer(), request.sender().from(), replyTo),
                request.language(),
                request.templates(),
                List.of(earlier),
                request.changedAt());
    }

    /** A letter about a session, which the reader chairs. */
    static MailRequest ofSession(MailRequest request) {
        return new MailRequest(
                request.reader(),
                request.conference(),
                new Appearance(TALK, true, null),
                request.old(),
                request.content(),
                request.sender(),
                request.language(),
                request.templates(),
                request.earlier(),
                request.changedAt());
    }

    /** @param logo a PNG in Base64 */
    static MailRequest withLogo(MailRequest request, String logo) {
        return new MailRequest(
                request.reader(),
                new Conference(
                        request.conference().title(), request.conference().slug(), logo),
                request.appearance(),
                request.old(),
                request.content(),
                request.sender(),
                request.language(),
                request.templates(),
                request.earlier(),
                request.changedAt());
    }

    static ComposedMail compose(MailRequest request) {
        return new MailComposer("https://lectern.example", UNSIGNED, new SimpleMeterRegistry())
                .compose(List.of(request));
    }

    static MimeMessage parse(ComposedMail mail) {
        try {
            return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail.bytes()));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The head of the message as it goes over the wire. */
    static String head(ComposedMail mail) {
        var raw = new String(mail.bytes(), StandardCharsets.ISO_8859_1);
        return raw.substring(0, raw.indexOf("\r\n\r\n"));
    }

    static String text(ComposedMail mail) {
        return part(mail, 0).replace("\r\n", "\n");
    }

    static String html(ComposedMail mail) {
        return part(mail, 1);
    }

    static String calendar(ComposedMail mail) {
        return part(mail, 2);
    }

    /** The calendar's logical lines. */
    static List<String> unfolded(String calendar) {
        return calendar.replace("\r\n ", "").lines().toList();
    }

    static BodyPart bodyPart(ComposedMail mail, int number) {
        try {
            return ((MimeMultipart) parse(mail).getContent()).getBodyPart(number);
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String part(ComposedMail mail, int number) {
        try (var body = bodyPart(mail, number).getInputStream()) {
            return new String(body.readAllBytes(), StandardCharsets.UTF_8);
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
