package dev.lectern.notification.mail;

import dev.lectern.notification.mail.MailTemplate.Part;
import dev.lectern.notification.notice.About;
import dev.lectern.notification.notice.Content;
import dev.lectern.notification.notice.Kind;
import dev.lectern.notification.notice.Message;
import dev.lectern.notification.notice.Notice;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.qute.TemplateException;
import jakarta.activation.DataHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import jakarta.mail.util.StreamProvider;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.eclipse.angus.mail.util.MailStreamProvider;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Makes mails: the same letter as text, as HTML and as a calendar entry, or several letters in one mail. */
@ApplicationScoped
public class MailComposer {

    static {
        // Without it the mail library looks for its one provider in all jars, some ten times for each mail.
        System.setProperty(StreamProvider.class.getName(), MailStreamProvider.class.getName());
    }

    private static final Logger LOG = Logger.getLogger(MailComposer.class);
    /** A header of bounded length. */
    private static final int MOST_REFERENCES = 21;

    private static final Session NO_SERVER = Session.getInstance(new Properties());

    private static final String TEXT = "text/plain; charset=UTF-8";

    private final String publicUrl;
    private final Dkim dkim;
    private final MeterRegistry metrics;
    private final HtmlPart html = new HtmlPart();

    /** @param publicUrl the gateway's origin, no slash at the end */
    MailComposer(@ConfigProperty(name = "lectern.public-url") String publicUrl, Dkim dkim, MeterRegistry metrics) {
        this.publicUrl = publicUrl;
        this.dkim = dkim;
        this.metrics = metrics;
    }

    /**
     * A new message with its own Message-ID and Date each time; whoever asks stores it.
     *
     * @param requests one for a mail about one talk or session, more for a mail about all of them; to one reader
     */
    public ComposedMail compose(List<MailRequest> requests) {
        try {
            return write(requests);
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("a mail cannot be written", e);
        }
    }

    /** A mail about no single talk or session. */
    public ComposedMail compose(PlainLetter letter) {
        try {
            return write(letter);
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("a mail cannot be written", e);
        }
    }

    /** A notice about no talk and no session, whose mail this letter is; whoever asks stores it. */
    public Notice notice(About about, Kind kind, String author, PlainLetter letter, Instant now) {
        var mail = compose(letter);
        return new Notice(
                about,
                Content.of(kind, author),
                new Message(letter.reader().address(), mail.subject(), mail.messageId()),
                mail.bytes(),
                now);
    }

    /** What people would read of it. */
    public MailTexts preview(PlainLetter letter) {
        return new MailTexts(letter.subject(), TextPart.of(letter), html.of(letter));
    }

    /**
     * What people would read of a mail.
     *
     * @throws TemplateException where a template of the conference makes nothing of it
     */
    public MailTexts preview(List<MailRequest> requests) {
        return new MailTexts.Writer(html, (part, e) -> {
                    throw e;
                })
                .write(requests, letters(requests));
    }

    private List<Letter> letters(List<MailRequest> requests) {
        return requests.stream().map(request -> new Letter(request, publicUrl)).toList();
    }

    /** A notice is never lost by a template. */
    private BiConsumer<Part, TemplateException> failures(MailRequest request) {
        return (part, e) -> {
            LOG.warnf(
                    "a template makes nothing of a mail conference=%s part=%s",
                    request.conference().slug(), part.partName());
            Counter.builder("lectern.templates.failed")
                    .description(
                            "Mails that a template of a conference made nothing of, so that the common one was used")
                    .tag("part", part.partName())
                    .register(metrics)
                    .increment();
        };
    }

    private ComposedMail write(List<MailRequest> requests) throws MessagingException, IOException {
        var first = requests.get(0);
        var messageId = newMessageId(first.sender().from());
        var letters = letters(requests);
        var texts = new MailTexts.Writer(html, failures(first)).write(requests, letters);
        var subject = texts.subject();
        var message = new IdentifiedMessage(messageId);
        setHeaders(new MailHeaders(message), requests, subject);
        message.setContent(letters.size() == 1 ? parts(first, texts, letters.get(0)) : parts(requests, texts, letters));
        return finished(message, subject);
    }

    private ComposedMail finished(IdentifiedMessage message, String subject) throws MessagingException, IOException {
        message.setSentDate(Date.from(Instant.now()));
        message.saveChanges();
        var bytes = new ByteArrayOutputStream();
        message.writeTo(bytes);
        return new ComposedMail(dkim.sign(bytes.toByteArray()), message.messageId, subject);
    }

    private ComposedMail write(PlainLetter letter) throws MessagingException, IOException {
        var message = new IdentifiedMessage(newMessageId(letter.sender().from()));
        var headers = new MailHeaders(message);
        setHeaders(headers, letter.sender(), letter.reader(), letter.subject());
        if (!letter.isPersonal()) {
            noReplies(headers);
            headers.text("Content-Language", letter.language());
        }
        message.setContent(new MimeMultipart(
                "alternative",
                part(TextPart.of(letter), TEXT, "quoted-printable"),
                html(letter.conferenceLogo(), html.of(letter))));
        return finished(message, letter.subject());
    }

    private static void setHeaders(
            MailHeaders headers, MailRequest.Sender sender, MailRequest.Reader reader, String subject)
            throws MessagingException, IOException {
        headers.mailbox("From", sender.from());
        if (sender.replyTo() != null) {
            headers.mailbox("Reply-To", sender.replyTo());
        }
        headers.mailbox("To", reader.name(), reader.address());
        headers.text("Subject", subject);
    }

    private static void setHeaders(MailHeaders headers, List<MailRequest> requests, String subject)
            throws MessagingException, IOException {
        var request = requests.get(0);
        setHeaders(headers, request.sender(), request.reader(), subject);
        // RFC 5322, section 3.6.4: mail programs show as one conversation what refers to the same mails.
        var earlier = requests.stream()
                .flatMap(each -> each.earlier().stream())
                .distinct()
                .toList();
        if (!earlier.isEmpty()) {
            var latest = earlier.subList(Math.max(0, earlier.size() - MOST_REFERENCES), earlier.size());
            headers.ids("In-Reply-To", latest.subList(latest.size() - 1, latest.size()));
            headers.ids("References", latest);
        }
        noReplies(headers);
        // RFC 3282: what our words are in, not what people wrote.
        headers.text("Content-Language", request.language().tag());
    }

    /** RFC 3834, and for Exchange [MS-OXCMAIL], section 2.1.3.2.4: no holiday reply is wanted; reports of delivery are. */
    private static void noReplies(MailHeaders headers) throws MessagingException, IOException {
        headers.text("Auto-Submitted", "auto-generated");
        headers.text("X-Auto-Response-Suppress", "OOF, AutoReply");
    }

    private static MimeMultipart parts(MailRequest request, MailTexts texts, Letter letter) throws MessagingException {
        return new MimeMultipart(
                "alternative",
                part(texts.text(), TEXT, "quoted-printable"),
                html(request.conference().logo(), texts.html()),
                calendar(request, letter));
    }

    /** A calendar message may be about one entry only (RFC 5546, section 3.2), so there is one for each. */
    private static MimeMultipart parts(List<MailRequest> requests, MailTexts texts, List<Letter> letters)
            throws MessagingException {
        var words = new MimeBodyPart();
        words.setContent(new MimeMultipart(
                "alternative",
                part(texts.text(), TEXT, "quoted-printable"),
                html(requests.get(0).conference().logo(), texts.html())));
        var all = new MimeMultipart("mixed", words);
        for (var letter : letters) {
            var request = requests.get(letters.indexOf(letter));
            var calendar = calendar(request, letter);
            var about = request.appearance();
            var name = about.session() ? "session-" + about.id() : "talk-" + about.number();
            calendar.setHeader("Content-Disposition", "attachment; filename=" + name + ".ics");
            all.addBodyPart(calendar);
        }
        return all;
    }

    /** Base64: the calendar's own line ends and folds arrive as they are. */
    private static MimeBodyPart calendar(MailRequest request, Letter letter) throws MessagingException {
        var type = "text/calendar; method=" + CalendarPart.method(request.kind()) + "; charset=UTF-8";
        return part(CalendarPart.of(request, letter.link()), type, "base64");
    }

    /** With the logo beside it, if there is one: programs show that without asking the network. */
    private static MimeBodyPart html(String logo, String page) throws MessagingException {
        var text = part(page, "text/html; charset=UTF-8", "quoted-printable");
        if (logo == null) {
            return text;
        }
        var image = part(Base64.getDecoder().decode(logo), "image/png", "base64");
        image.setHeader("Content-ID", "<logo@lectern>");
        image.setHeader("Content-Disposition", "inline; filename=logo.png");
        var related = new MimeBodyPart();
        related.setContent(new MimeMultipart("related", text, image));
        return related;
    }

    private static MimeBodyPart part(String text, String type, String encoding) throws MessagingException {
        return part(text.getBytes(StandardCharsets.UTF_8), type, encoding);
    }

    private static MimeBodyPart part(byte[] content, String type, String encoding) throws MessagingException {
        var part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(content, type)));
        part.setHeader("Content-Type", type);
        part.setHeader("Content-Transfer-Encoding", encoding);
        return part;
    }

    /** In the sender's domain, as mail filters expect. */
    private static String newMessageId(String from) {
        var sender = MailHeaders.parse(from).getAddress();
        return "<" + UUID.randomUUID() + "@" + sender.substring(sender.lastIndexOf('@') + 1) + ">";
    }

    /** Keeps the id that it was given: the library would make its own. */
    private static final class IdentifiedMessage extends MimeMessage {

        private final String messageId;

        private IdentifiedMessage(String messageId) {
            super(NO_SERVER);
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }
}
