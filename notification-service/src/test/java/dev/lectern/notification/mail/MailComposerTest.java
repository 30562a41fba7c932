package dev.lectern.notification.mail;

import static dev.lectern.notification.mail.Letters.TALK;
import static dev.lectern.notification.mail.Letters.at;
import static dev.lectern.notification.mail.Letters.bodyPart;
import static dev.lectern.notification.mail.Letters.calendar;
import static dev.lectern.notification.mail.Letters.cancelled;
import static dev.lectern.notification.mail.Letters.changed;
import static dev.lectern.notification.mail.Letters.compose;
import static dev.lectern.notification.mail.Letters.head;
import static dev.lectern.notification.mail.Letters.html;
import static dev.lectern.notification.mail.Letters.in;
import static dev.lectern.notification.mail.Letters.ofSession;
import static dev.lectern.notification.mail.Letters.parse;
import static dev.lectern.notification.mail.Letters.removed;
import static dev.lectern.notification.mail.Letters.scheduled;
import static dev.lectern.notification.mail.Letters.tenInTheAuditorium;
import static dev.lectern.notification.mail.Letters.text;
import static dev.lectern.notification.mail.Letters.unfolded;
import static dev.lectern.notification.mail.Letters.withAbstract;
import static dev.lectern.notification.mail.Letters.withTitle;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class MailComposerTest {

    @Test
    void aMailIsTheSameLetterThreeTimes() throws MessagingException {
        var mail = compose(scheduled(tenInTheAuditorium()));
        assertThat(parse(mail).getContentType()).startsWith("multipart/alternative");
        assertThat(bodyPart(mail, 0).getContentType()).isEqualTo("text/plain; charset=UTF-8");
        assertThat(bodyPart(mail, 1).getContentType()).isEqualTo("text/html; charset=UTF-8");
        assertThat(bodyPart(mail, 2).getContentType()).isEqualTo("text/calendar; method=REQUEST; charset=UTF-8");
    }

    @Test
    void theHeadersSayWhoWritesToWhomAndThatNobodyNeedsToReply() throws MessagingException {
        var mail = compose(changed(tenInTheAuditorium(), Letters.in("Blue room")));
        var message = parse(mail);
        assertThat(message.getFrom()).extracting(Object::toString).containsExactly("Lectern <lectern@conf.example>");
        assertThat(message.getAllRecipients()).hasSize(1);
        var to = (InternetAddress) message.getAllRecipients()[0];
        assertThat(to.getAddress()).isEqualTo("gba@nyu.example");
        assertThat(to.getPersonal()).isEqualTo("Gérard BEN AROUS");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getHeader("X-Auto-Response-Suppress")).containsExactly("OOF, AutoReply");
        assertThat(message.getMessageID()).isEqualTo(mail.messageId()).matches("<[0-9a-f-]{36}@conf\\.example>");
        assertThat(message.getSentDate()).isNotNull();
        assertThat(message.getHeader("MIME-Version")).containsExactly("1.0");
        assertThat(message.getSubject())
                .isEqualTo(mail.subject())
                .isEqualTo("Your talk moved: Dynamics of neural networks – At the interface of physics and AI");
    }

    @Test
    void aMoveIsToldOnOneLinePerDifferenceWithItsAuthorCommentAndLink() {
        var moved = at("Blue room", "2027-03-03T14:00:00+01:00", "2027-03-03T14:30:00+01:00", "Europe/Paris");
        assertThat(text(compose(changed(tenInTheAuditorium(), moved)))).contains("""
                        Time: Tue 2 March 2027, 10:00–10:30 (Europe/Paris) → Wed 3 March 2027, 14:00–14:30 (Europe/Paris)
                        Room: Auditorium → Blue room

                        Changed by Ada L.
                        > The projector is broken

                        Agenda: https://lectern.example/agenda/interface-2027/talks/3
                        """);
    }

    @Test
    void aFirstMailSpeaksOfNoEarlierEntry() {
        var mail = compose(scheduled(tenInTheAuditorium()));
        assertThat(text(mail)).doesNotContain("earlier", "replace");
        assertThat(html(mail)).doesNotContain("earlier", "replace");
    }

    @Test
    void aTalkThatIsGoneIsNotLinked() {
        for (var mail : List.of(
                compose(cancelled(tenInTheAuditorium())),
                compose(removed(tenInTheAuditorium())),
                compose(ofSession(cancelled(tenInTheAuditorium()))))) {
            assertThat(text(mail)).contains("\nAgenda: https://lectern.example/agenda/interface-2027\n");
            assertThat(html(mail)).doesNotContain("#talk", "#session");
            assertThat(unfolded(calendar(mail))).contains("URL:https://lectern.example/agenda/interface-2027");
        }
    }

    @Test
    void mailsOfOneTalkReferToEachOther() throws MessagingException {
        var first = parse(compose(scheduled(tenInTheAuditorium())));
        assertThat(first.getHeader("References")).isNull();
        assertThat(first.getHeader("In-Reply-To")).isNull();
        var third = compose(Letters.after(
                changed(tenInTheAuditorium(), Letters.in("Blue room")), "Ada <ada@conf.example>", "<1@a>", "<2@a>"));
        assertThat(head(third)).contains("In-Reply-To: <2@a>\r\n", "References: <1@a>\r\n <2@a>\r\n");
        assertThat(head(third)).contains("Reply-To: Ada <ada@conf.example>\r\n");
        assertThat(text(third)).contains(" If anything does not suit you, just reply to this mail.\n");
    }

    @Test
    void aNewAbstractShowsTheWordsThatWentAndCame() {
        var mail = compose(changed(
                tenInTheAuditorium(), withAbstract("We study *Newton's* descent.\n\nTwo paragraphs; with commas.")));
        assertThat(text(mail)).contains("""
                        The abstract of your talk has changed. Time and room stay: “Dynamics of neural networks” at \
                        “At the interface of physics and AI” is on Tue 2 March 2027, 10:00–10:30 (Europe/Paris), in Auditorium.

                        Abstract: has changed
                          We study [removed: gradient] [added: Newton's] descent. Two paragraphs; with [removed: commas, too.] \
                        [added: commas.]
                        """);
        assertThat(html(mail))
                .contains("<del class=\"gone\" style=\"color:#8a2f2f;\"><bdi>gradient</bdi></del>")
                .contains("<ins class=\"come\" style=\"color:#12633a;\"><bdi>Newton&#39;s</bdi></ins>");
        assertThat(mail.subject()).startsWith("Your talk changed: ");
    }

    @Test
    void aFirstMailShowsTheWholePlace() {
        assertThat(text(compose(scheduled(tenInTheAuditorium())))).contains("""
                        Time: Tue 2 March 2027, 10:00–10:30 (Europe/Paris)
                        Room: Auditorium
                        Type: Talk
                        Presenters: Gérard BEN AROUS
                        """).doesNotContain("→");
    }

    @Test
    void aCancellationAndARemovalShowWhatItWas() {
        assertThat(text(compose(cancelled(tenInTheAuditorium()))))
                .contains("is no longer on the schedule", "Time: Tue 2 March 2027, 10:00–10:30", "Room: Auditorium\n");
        assertThat(text(compose(removed(tenInTheAuditorium()))))
                .contains("You are no longer a presenter of", "Room: Auditorium\n");
    }

    @Test
    void aMailAboutASessionSaysSo() {
        var scheduled = compose(ofSession(scheduled(tenInTheAuditorium())));
        assertThat(scheduled.subject()).startsWith("Your session is scheduled: ");
        assertThat(text(scheduled))
                .contains(
                        "Your session “Dynamics of neural networks” is on the schedule of",
                        "Chairs: Gérard BEN AROUS\n",
                        "Agenda: https://lectern.example/agenda/interface-2027/sessions/" + TALK + "\n")
                .doesNotContain("talk", "resenter");
        assertThat(html(scheduled)).contains("/sessions/" + TALK, "Chairs").doesNotContain("talk", "resenters");
        assertThat(unfolded(calendar(scheduled)))
                .contains(
                        "UID:" + TALK + "@lectern",
                        "URL:https://lectern.example/agenda/interface-2027/sessions/" + TALK);

        var changed = compose(ofSession(changed(in("Auditorium"), in("Blue room"))));
        assertThat(changed.subject()).startsWith("Your session moved: ");
        assertThat(text(changed)).contains("Your session “", "Room: Auditorium → Blue room\n");
        var cancelled = compose(ofSession(cancelled(tenInTheAuditorium())));
        assertThat(cancelled.subject()).startsWith("Your session is off the schedule: ");
        assertThat(unfolded(calendar(cancelled))).contains("METHOD:CANCEL");
        var removed = compose(ofSession(removed(tenInTheAuditorium())));
        assertThat(removed.subject()).startsWith("You are no longer a chair: ");
        assertThat(text(removed)).contains("You are no longer a chair of “Dynamics");
        assertThat(html(removed)).contains("No longer a chair");
    }

    @Test
    void theHtmlShowsOldAndNewBesideEachOther() {
        assertThat(html(compose(changed(tenInTheAuditorium(), Letters.in("Blue room")))))
                .contains("<bdi>Auditorium</bdi></s>", "<bdi>Blue room</bdi></strong>", "Ada L.")
                .contains("href=\"https://lectern.example/agenda/interface-2027/talks/3\"");
    }

    @Test
    void whatPeopleWroteIsNoHtml() {
        var mail = compose(changed(tenInTheAuditorium(), withTitle("<script>alert('1')</script> & \"more\"")));
        assertThat(html(mail))
                .doesNotContain("<script")
                .contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; &quot;more&quot;");
    }

    @Test
    void twoMailsOfOneRequestAreTwoMessages() {
        var request = scheduled(tenInTheAuditorium());
        assertThat(compose(request).messageId()).isNotEqualTo(compose(request).messageId());
    }
}
