package dev.lectern.notification.mail;

import dev.lectern.notification.mail.MailTemplate.Part;
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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Properties;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Makes the one mail of a notice: the same letter as text, as HTML and as a calendar entry. */
@ApplicationScoped
public class MailComposer {

    private static final Logger LOG = Logger.getLogger(MailComposer.class);
    private static final Session NO_SERVER = Session.getInstance(new Properties());

    private final String publicUrl;
    private final MeterRegistry metrics;
    private final HtmlPart html = new HtmlPart();

    /** @param publicUrl the gateway's origin, no slash at the end */
    MailComposer(@ConfigProperty(name = "lectern.public-url") String publicUrl, MeterRegistry metrics) {
        this.publicUrl = publicUrl;
        this.metrics = metrics;
    }

    /** A new message with its own Message-ID and Date each time; whoever asks stores it. */
    public ComposedMail compose(MailRequest request) {
        try {
            return write(request);
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("a mail cannot be written", e);
        }
    }

    /**
     * What people would read of a mail.
     *
     * @throws TemplateException where a template of the conference makes nothing of it
     */
    public MailTexts preview(MailRequest request) {
        return new MailTexts.Writer(request.templates(), (part, e) -> {
                    throw e;
                })
                .write(new Letter(request, publicUrl), html);
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

    private ComposedMail write(MailRequest request) throws MessagingException, IOException {
        var messageId = newMessageId(request.sender().from());
        var letter = new Letter(request, publicUrl);
        var texts = new MailTexts.Writer(request.templates(), failures(request)).write(letter, html);
        var subject = texts.subject();
        var message = new IdentifiedMessage(messageId);
        setHeaders(new MailHeaders(message), request, subject);
        message.setSentDate(Date.from(Instant.now()));
        message.setContent(parts(request, texts, letter.link()));
        message.saveChanges();
        var bytes = new ByteArrayOutputStream();
        message.writeTo(bytes);
        return new ComposedMail(bytes.toByteArray(), messageId, subject);
    }

    private static void setHeaders(MailHeaders headers, MailRequest request, String subject)
            throws MessagingException, IOException {
        headers.mailbox("From", request.sender().from());
        if (request.sender().replyTo() != null) {
            headers.mailbox("Reply-To", request.sender().replyTo());
        }
        headers.mailbox("To", request.reader().name(), request.reader().address());
        headers.text("Subject", subject);
        // RFC 5322, section 3.6.4: mail programs show as one conversation what refers to the same mails.
        if (!request.earlier().isEmpty()) {
            headers.ids(
                    "In-Reply-To",
                    request.earlier()
                            .subList(
                                    request.earlier().size() - 1,
                                    request.earlier().size()));
            headers.ids("References", request.earlier());
        }
        // RFC 3834: no holiday reply is wanted.
        headers.text("Auto-Submitted", "auto-generated");
        // RFC 3282: what our words are in, not what people wrote.
        headers.text("Content-Language", request.language().tag());
    }

    private MimeMultipart parts(MailRequest request, MailTexts texts, String link)
            throws MessagingException, IOException {
        var calendar = "text/calendar; method=" + CalendarPart.method(request.kind()) + "; charset=UTF-8";
        return new MimeMultipart(
                "alternative",
                part(texts.text(), "text/plain; charset=UTF-8", "quoted-printable"),
                html(request, texts),
                // Base64: the calendar's own line ends and folds arrive as they are.
                part(CalendarPart.of(request, link), calendar, "base64"));
    }

    /** With the logo beside it, if there is one: programs show that without asking the network. */
    private MimeBodyPart html(MailRequest request, MailTexts texts) throws MessagingException {
        var text = part(texts.html(), "text/html; charset=UTF-8", "quoted-printable");
        var logo = request.conference().logo();
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
