package dev.lectern.notification.mail;

import dev.lectern.chassis.text.PlainText;
import dev.lectern.notification.notice.Content;
import dev.lectern.notification.notice.Facts;
import dev.lectern.notification.notice.Kind;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * All that one mail is made of.
 *
 * @param old what the reader was told last; null when nothing. Never null for CANCELLED and REMOVED: the mail shows
 * what it was
 * @param language what the mail is written in
 * @param templates the conference's own words in that language
 * @param earlier the Message-IDs of the mails that told this reader of it before, with their angle brackets, the oldest
 * first
 * @param changedAt when the change was made, not when it is told
 */
public record MailRequest(
        Reader reader,
        Conference conference,
        Appearance appearance,
        Facts old,
        Content content,
        Sender sender,
        Language language,
        MailTemplates templates,
        List<String> earlier,
        Instant changedAt) {

    /**
     * The presenter who is written to.
     *
     * @param page the address of their own page; null for none
     */
    public record Reader(String name, String address, String page) {}

    /** @param logo a PNG in Base64; null for none */
    public record Conference(String title, String slug, String logo) {

        /** The slug where it has no title. */
        public String shownTitle() {
            var line = PlainText.line(title);
            return line.isEmpty() ? slug : line;
        }
    }

    /** A talk with its number, or a session, which the reader chairs. */
    public record Appearance(UUID id, boolean session, Integer number) {}

    /**
     * Who it comes from.
     *
     * @param organizer the calendar's ORGANIZER, an address only
     * @param from a mailbox, {@code Lectern <lectern@conf.example>}
     * @param replyTo a mailbox; null for none
     */
    public record Sender(String organizer, String from, String replyTo) {}

    /** The same mail in a conference's own words. */
    public MailRequest with(MailTemplates others) {
        return new MailRequest(
                reader, conference, appearance, old, content, sender, language, others, earlier, changedAt);
    }

    Kind kind() {
        return content.kind();
    }

    /** What is true now; null for CANCELLED and REMOVED. */
    Facts current() {
        return content.told();
    }

    String conferenceTitle() {
        return conference.shownTitle();
    }

    boolean isAboutSession() {
        return appearance.session();
    }

    /** What the mail is about: the present facts, or the last ones where there are none. */
    Facts subject() {
        return current() == null ? old : current();
    }
}
