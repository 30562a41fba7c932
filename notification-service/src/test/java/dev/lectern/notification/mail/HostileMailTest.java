package dev.lectern.notification.mail;

import static dev.lectern.notification.mail.Letters.changed;
import static dev.lectern.notification.mail.Letters.compose;
import static dev.lectern.notification.mail.Letters.head;
import static dev.lectern.notification.mail.Letters.html;
import static dev.lectern.notification.mail.Letters.in;
import static dev.lectern.notification.mail.Letters.parse;
import static dev.lectern.notification.mail.Letters.scheduled;
import static dev.lectern.notification.mail.Letters.tenInTheAuditorium;
import static dev.lectern.notification.mail.Letters.text;
import static dev.lectern.notification.mail.Letters.withTitle;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.notification.mail.MailRequest.Reader;
import dev.lectern.notification.notice.Kind;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class HostileMailTest {

    private static final String INJECTION = "Loom\r\nBcc: eve@evil.example\n\n<b>body</b>\u0000\u0007\u2028X-Evil: 1";

    @Test
    void aTitleCannotAddAHeader() throws MessagingException {
        var mail = compose(scheduled(withTitle(INJECTION)));
        assertThat(headerNames(mail))
                .containsExactlyInAnyOrder(
                        "Date",
                        "From",
                        "To",
                        "Message-ID",
                        "Subject",
                        "MIME-Version",
                        "Content-Type",
                        "Content-Language",
                        "Auto-Submitted",
                        "X-Auto-Response-Suppress");
        assertThat(parse(mail).getSubject())
                .startsWith("Your talk is scheduled: Loom Bcc: eve@evil.example <b>body</b> X-Evil: 1 – ");
    }

    @Test
    void aNameAndAnAddressCannotAddAHeaderOrARecipient() throws MessagingException {
        var reader = new Reader(INJECTION + "\"<a@b.example>,;", "gba@nyu.example\r\nBcc: eve@evil.example", null);
        var mail = compose(Letters.request(Kind.SCHEDULED, null, tenInTheAuditorium(), reader, INJECTION));
        assertThat(headerNames(mail)).doesNotContain("Bcc", "X-Evil").hasSize(10);
        assertThat(head(mail)).doesNotContainPattern("(?m)^(Bcc|X-Evil)");
    }

    @Test
    void namesWithQuotesCommasAndAnglesSurvive() throws MessagingException {
        var name = "Dr. \"Bob\" <b@c.example>, Jr.; (x)";
        var mail = compose(Letters.request(
                Kind.SCHEDULED, null, tenInTheAuditorium(), new Reader(name, "bob@conf.example", null), null));
        var to = (InternetAddress) parse(mail).getAllRecipients()[0];
        assertThat(to.getPersonal()).isEqualTo(name);
        assertThat(to.getAddress()).isEqualTo("bob@conf.example");
    }

    @Test
    void emojiAndOtherScriptsSurvive() throws MessagingException {
        var title = "🎤 Ünïcode אבג — 数学";
        var mail = compose(scheduled(withTitle(title)));
        assertThat(parse(mail).getSubject()).contains(title);
        assertThat(text(mail)).contains(title);
        assertThat(html(mail)).contains(title);
        assertThat(mail.bytes()).asString(StandardCharsets.ISO_8859_1).matches("\\p{ASCII}*");
    }

    @Test
    void marksThatTurnTheDirectionAreTakenOut() throws MessagingException {
        var mail = compose(changed(tenInTheAuditorium(), in("\u202Emoor\u2066 eulB")));
        assertThat(text(mail)).contains("Room: Auditorium → moor eulB\n");
        assertThat(html(mail)).doesNotContain("\u202E", "\u2066");
    }

    @Test
    void whatIsWrittenFromRightToLeftStandsForItself() throws MessagingException {
        var mail = compose(changed(withTitle("שלום"), withTitle("עולם 2027")));
        assertThat(parse(mail).getSubject())
                .isEqualTo("Your talk changed: \u2068עולם 2027\u2069 – At the interface of physics and AI");
        assertThat(mail.subject()).isEqualTo(parse(mail).getSubject());
        assertThat(text(mail))
                .contains("Title: \u2068שלום\u2069 → \u2068עולם 2027\u2069\n", "“\u2068עולם 2027\u2069” at “At the");
        assertThat(html(mail)).contains("<bdi>שלום</bdi></s>", "“<bdi>עולם 2027</bdi>”");
    }

    @Test
    void aWesternMailHasNoInvisibleCharacters() {
        assertThat(text(compose(changed(tenInTheAuditorium(), in("Blue room")))))
                .doesNotContainPattern("[\u2066-\u2069]");
    }

    @Test
    void aCommentCannotPassForALineOfOurs() {
        var request = Letters.request(
                Kind.CHANGED,
                tenInTheAuditorium(),
                in("Blue room"),
                Letters.reader(),
                "Sorry!\rRoom: Blue room → Cellar\n\nAgenda: https://evil.example");
        assertThat(text(compose(request)))
                .contains("> Sorry!\n> Room: Blue room → Cellar\n> \n> Agenda: https://evil.example\n");
    }

    @Test
    void aRoomOfTwoLinesIsToldOnOne() {
        assertThat(text(compose(changed(tenInTheAuditorium(), in("Blue\nroom")))))
                .contains("\nRoom: Auditorium → Blue room\n");
    }

    @Test
    void aTitleOfTwoThousandCharactersIsShortInTheSubjectAndWholeInTheText() throws MessagingException {
        var title = "a".repeat(2000);
        var mail = compose(scheduled(withTitle(title)));
        assertThat(mail.subject()).contains("a".repeat(99) + "…").doesNotContain("a".repeat(100));
        assertThat(parse(mail).getSubject()).isEqualTo(mail.subject());
        assertThat(text(mail)).contains(title);
    }

    @Test
    void aCutNeverHalvesACharacter() {
        assertThat(compose(scheduled(withTitle("🎤".repeat(2000)))).subject()).contains("🎤".repeat(99) + "…");
    }

    @Test
    void noLineOfTheMessageIsLongerThanRfc5322Allows() {
        var reader = new Reader("N".repeat(3000), "n@conf.example", null);
        var request = Letters.request(
                Kind.CHANGED, tenInTheAuditorium(), withTitle("é".repeat(3000)), reader, "c".repeat(20_000));
        assertThat(new String(compose(request).bytes(), StandardCharsets.ISO_8859_1).split("\r\n"))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(998));
    }

    @Test
    void everyLineEndsWithCarriageReturnAndLineFeed() {
        var mail = compose(Letters.request(
                Kind.CHANGED, tenInTheAuditorium(), in("B"), Letters.reader(), "one\ntwo\rthree\r\nfour"));
        assertThat(new String(mail.bytes(), StandardCharsets.ISO_8859_1))
                .doesNotContainPattern("[^\r]\n")
                .doesNotContainPattern("\r[^\n]");
    }

    private static Iterable<String> headerNames(ComposedMail mail) throws MessagingException {
        return Collections.list(parse(mail).getAllHeaders()).stream()
                .map(header -> header.getName())
                .toList();
    }
}
