package dev.lectern.stack.inbox;

import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** Reads a message as a mail program does: what cannot be understood is left out, and nothing is ever refused. */
final class Mime {

    private static final Session SESSION = Session.getInstance(lenient());

    private Mime() {}

    static MessageItem item(String id, List<String> recipients, Instant arrival, byte[] raw) {
        try {
            var mail = parse(raw);
            var sent = mail.getSentDate();
            return new MessageItem(
                    id,
                    mail.getMessageID(),
                    sender(mail),
                    recipients,
                    mail.getSubject(),
                    (sent == null ? arrival : sent.toInstant()).toString());
        } catch (MessagingException e) {
            return new MessageItem(id, null, null, recipients, null, arrival.toString());
        }
    }

    static Message message(MessageItem item, byte[] raw) {
        var texts = new ArrayList<String>();
        var pages = new ArrayList<String>();
        var calendars = new ArrayList<String>();
        var headers = new LinkedHashMap<String, List<String>>();
        try {
            var mail = parse(raw);
            for (Header header : Collections.list(mail.getAllHeaders())) {
                headers.computeIfAbsent(header.getName(), name -> new ArrayList<>())
                        .add(decoded(header.getValue()));
            }
            collect(mail, Map.of("text/plain", texts, "text/html", pages, "text/calendar", calendars));
        } catch (MessagingException | IOException e) {
            // What was found so far is shown; the source shows the rest.
        }
        return new Message(item, headers, first(texts), first(pages), calendars);
    }

    private static void collect(Part part, Map<String, List<String>> byType) throws MessagingException, IOException {
        if (part.isMimeType("multipart/*")) {
            var parts = (Multipart) part.getContent();
            for (int i = 0; i < parts.getCount(); i++) {
                collect(parts.getBodyPart(i), byType);
            }
            return;
        }
        for (var type : byType.keySet()) {
            if (part.isMimeType(type)) {
                byType.get(type).add(text(part));
            }
        }
    }

    private static String text(Part part) throws MessagingException, IOException {
        try (InputStream content = part.getInputStream()) {
            return new String(content.readAllBytes(), charset(part));
        }
    }

    private static Charset charset(Part part) {
        try {
            var name = new ContentType(part.getContentType()).getParameter("charset");
            return name == null ? StandardCharsets.UTF_8 : Charset.forName(MimeUtility.javaCharset(name));
        } catch (MessagingException | IllegalArgumentException e) {
            return StandardCharsets.UTF_8;
        }
    }

    private static String sender(MimeMessage mail) throws MessagingException {
        var from = mail.getFrom();
        return from != null && from.length > 0 && from[0] instanceof InternetAddress address
                ? address.getAddress()
                : null;
    }

    private static String decoded(String value) {
        try {
            return MimeUtility.decodeText(MimeUtility.unfold(value));
        } catch (IOException e) {
            return value;
        }
    }

    private static MimeMessage parse(byte[] raw) throws MessagingException {
        return new MimeMessage(SESSION, new ByteArrayInputStream(raw));
    }

    private static String first(List<String> texts) {
        return texts.isEmpty() ? null : texts.get(0);
    }

    private static Properties lenient() {
        var properties = new Properties();
        properties.put("mail.mime.address.strict", "false");
        return properties;
    }
}
