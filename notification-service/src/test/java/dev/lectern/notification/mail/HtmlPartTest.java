package dev.lectern.notification.mail;

import static dev.lectern.notification.mail.Letters.at;
import static dev.lectern.notification.mail.Letters.changed;
import static dev.lectern.notification.mail.Letters.compose;
import static dev.lectern.notification.mail.Letters.html;
import static dev.lectern.notification.mail.Letters.in;
import static dev.lectern.notification.mail.Letters.scheduled;
import static dev.lectern.notification.mail.Letters.tenInTheAuditorium;
import static dev.lectern.notification.mail.Letters.text;
import static dev.lectern.notification.mail.Letters.withLogo;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.notification.mail.MailRequest.Reader;
import dev.lectern.notification.notice.Facts;
import dev.lectern.notification.notice.Kind;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlPartTest {

    private static final String LOGO = Base64.getEncoder().encodeToString("PNG".getBytes(StandardCharsets.UTF_8));
    private static final Pattern DARK = Pattern.compile("\\.([a-z]+) \\{[^}]*?(?<![-a-z])color: (#[0-9a-f]{6})");
    private static final Pattern LIGHT =
            Pattern.compile("class=\"([a-z ]+)\"[^>]*?style=\"[^\"]*?(?<![-a-z])color:(#[0-9a-f]{6})");

    /** Each letter the longest that HTML makes of one. */
    @ParameterizedTest
    @ValueSource(strings = {"a", "é", "数", "\"", "<"})
    void theLongestFactsMakeNoMailThatProgramsCut(String letter) {
        var mail = compose(Letters.request(
                Kind.CHANGED,
                longest(letter, "w ".repeat(200), "2027-03-02T10:00:00+01:00"),
                longest(letter, "w v ".repeat(200), "2027-03-03T23:00:00+01:00"),
                new Reader(letter.repeat(400), "n@conf.example", null),
                letter.repeat(2_000)));
        assertThat(html(mail)).contains("…", "and 180 more", "</html>");
        assertThat(HtmlPart.isTooLong(html(mail))).isFalse();
        assertThat(text(mail)).contains(letter.repeat(2_000));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 10, 50})
    void aMailAboutManyTalksIsNotCutEither(int count) {
        var one = changed(
                tenInTheAuditorium(),
                at("Blue room", "2027-03-03T14:00:00+01:00", "2027-03-03T14:45:00+01:00", "Europe/Paris"));
        var html = new MailComposer("https://lectern.example", Letters.UNSIGNED, new SimpleMeterRegistry())
                .preview(Collections.nCopies(count, one))
                .html();
        assertThat(HtmlPart.isTooLong(html)).isFalse();
        assertThat(html.split(">Dynamics of neural networks<", -1)).hasSize(count + 1);
        assertThat(html).contains("Blue room");
    }

    @Test
    void nothingIsAskedOfTheNetwork() {
        assertThat(html(compose(changed(tenInTheAuditorium(), in("Blue room")))))
                .doesNotContainPattern("(?i)(<img|src=|url\\(|@import|<link|<script)");
    }

    @Test
    void aLogoIsAPartOfTheMail() throws MessagingException, IOException {
        var mail = compose(withLogo(scheduled(tenInTheAuditorium()), LOGO));
        var related = (MimeMultipart) Letters.bodyPart(mail, 1).getContent();
        assertThat(related.getContentType()).startsWith("multipart/related");
        var html = new String(related.getBodyPart(0).getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(html).contains("<img src=\"cid:logo@lectern\" alt=\"\"").doesNotContainPattern("src=\"(?!cid:)");
        var logo = related.getBodyPart(1);
        assertThat(logo.getContentType()).isEqualTo("image/png");
        assertThat(logo.getHeader("Content-ID")).containsExactly("<logo@lectern>");
        assertThat(logo.getInputStream().readAllBytes())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("PNG");
    }

    static Stream<String> mails() {
        return Stream.of(
                        scheduled(tenInTheAuditorium()),
                        changed(tenInTheAuditorium(), in("Blue room")),
                        Letters.removed(tenInTheAuditorium()))
                .map(request -> html(compose(request)));
    }

    /** WCAG 2.2, success criterion 1.4.3. */
    @ParameterizedTest
    @MethodSource("mails")
    void allTextCanBeReadInTheLightAndInTheDark(String html) {
        assertThat(found(LIGHT, html)).isNotEmpty().allSatisfy((match) -> {
            var ground = match.get(0).equals("button") ? "#1f4f8f" : "#f6f7f9";
            assertThat(contrast(match.get(1), ground)).as(match.toString()).isGreaterThan(4.5);
        });
        assertThat(found(DARK, html)).isNotEmpty().allSatisfy((match) -> {
            var ground = match.get(0).equals("button") ? "#8fb8ee" : "#232c38";
            assertThat(contrast(match.get(1), ground)).as(match.toString()).isGreaterThan(4.5);
        });
    }

    private static List<List<String>> found(Pattern pattern, String html) {
        return pattern.matcher(html)
                .results()
                .map(match -> List.of(match.group(1), match.group(2)))
                .toList();
    }

    private static double contrast(String one, String other) {
        var lights = Stream.of(one, other).map(HtmlPartTest::luminance).sorted().toList();
        return (lights.get(1) + 0.05) / (lights.get(0) + 0.05);
    }

    private static double luminance(String colour) {
        var weights = List.of(0.2126, 0.7152, 0.0722);
        return IntStream.range(0, 3)
                .mapToDouble(i -> {
                    var value = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
                    return weights.get(i) * (value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4));
                })
                .sum();
    }

    private static Facts longest(String letter, String abstractText, String startsAt) {
        var start = OffsetDateTime.parse(startsAt);
        var some = letter + start.getDayOfMonth();
        var people = IntStream.range(0, 200)
                .mapToObj(i -> new Facts.Person(new UUID(start.getDayOfMonth(), i), letter.repeat(400)))
                .toList();
        return new Facts(
                letter.repeat(2_000) + start.getDayOfMonth(),
                abstractText,
                letter.repeat(200) + some,
                letter.repeat(200) + some,
                letter.repeat(200) + some,
                "room-" + start.getDayOfMonth(),
                start,
                start.plusHours(start.getDayOfMonth()),
                "Europe/Paris",
                people);
    }
}
