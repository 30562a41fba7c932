package dev.lectern.notification.mail;

import static dev.lectern.notification.mail.Letters.at;
import static dev.lectern.notification.mail.Letters.cancelled;
import static dev.lectern.notification.mail.Letters.changed;
import static dev.lectern.notification.mail.Letters.compose;
import static dev.lectern.notification.mail.Letters.html;
import static dev.lectern.notification.mail.Letters.in;
import static dev.lectern.notification.mail.Letters.ofSession;
import static dev.lectern.notification.mail.Letters.parse;
import static dev.lectern.notification.mail.Letters.removed;
import static dev.lectern.notification.mail.Letters.scheduled;
import static dev.lectern.notification.mail.Letters.tenInTheAuditorium;
import static dev.lectern.notification.mail.Letters.text;
import static dev.lectern.notification.mail.Letters.withTitle;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.notification.mail.Phrase.Piece;
import dev.lectern.notification.notice.Facts;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.mail.MessagingException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LanguageTest {

    private static final List<String> VALUES = List.of(
            "title",
            "conference",
            "when",
            "room",
            "zone",
            "address",
            "headline",
            "button",
            "subject",
            "date",
            "author",
            "name",
            "words",
            "link",
            "old",
            "new",
            "names",
            "date",
            "names");
    private static final List<String> STAYS = List.of("moment", "localTime", "localStart", "start", "time");

    static Stream<Language> languages() {
        return Language.tags().stream().flatMap(tag -> Language.tagged(tag).stream());
    }

    @Test
    void thereAreFour() {
        assertThat(Language.tags()).contains("de", "en", "es", "fr");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void eachHasAllMessages(Language language) {
        assertThat(language.keys()).isEqualTo(Language.ENGLISH.keys());
    }

    /** Only how a day is named is each language's own choice. */
    @ParameterizedTest
    @MethodSource("languages")
    void eachMessageTakesTheSameArguments(Language language) {
        assertThat(language.keys()).allSatisfy(key -> {
            var expected = Language.ENGLISH.arguments(key);
            assertThat(language.arguments(key))
                    .as(key)
                    .isSubsetOf(
                            key.equals("day") ? Set.of("weekday", "weekdayShort", "day", "month", "year") : expected);
        });
    }

    @ParameterizedTest
    @MethodSource("languages")
    void eachFormOfEachMessageSaysTheSameValues(Language language) {
        assertThat(language.keys())
                .filteredOn(key -> !key.equals("day"))
                .allSatisfy(key -> assertThat(forms()).allSatisfy(form -> {
                    var phrase = language.say(key, form);
                    assertThat(phrase.plain()).as(key).isNotBlank().doesNotContainPattern("[{}]");
                    assertThat(values(phrase)).as(key).isEqualTo(values(Language.ENGLISH.say(key, form)));
                }));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void eachSaysWhatStaysAndWhatItIsAboutInOtherWords(Language language) {
        assertThat(forms().map(form -> language.say("stays", form).plain()).distinct())
                .hasSize(STAYS.size());
        for (var key : List.of("subject.moved", "opening.cancelled", "news.title", "label.presenters")) {
            assertThat(forms().map(form -> language.say(key, form).plain()).distinct())
                    .as(key)
                    .hasSize(2);
        }
    }

    /** Each kind of mail: what is said must be said in all of them, and a message that is missing would fail here. */
    @ParameterizedTest
    @MethodSource("languages")
    void eachWritesEachKindOfMail(Language language) throws MessagingException {
        var told = tenInTheAuditorium();
        for (var request : List.of(
                scheduled(told),
                changed(told, in("Blue room")),
                changed(told, withTitle("Chaos")),
                cancelled(told),
                removed(told),
                ofSession(scheduled(told)),
                ofSession(changed(told, in("Blue room"))),
                ofSession(removed(told)))) {
            var mail = compose(Letters.in(language, request));
            assertThat(parse(mail).getHeader("Content-Language")).containsExactly(language.tag());
            assertThat(html(mail)).contains("<html lang=\"" + language.tag() + "\" dir=\"ltr\">");
            assertThat(text(mail)).contains("2027", "Auditorium".substring(0, 4), "Gérard BEN AROUS");
        }
    }

    /** A no-break space before a colon and inside quotation marks, a narrow one before the other marks of two parts. */
    @Test
    void marksOfFrenchStandApart() {
        var told = tenInTheAuditorium();
        var bundle = new MailComposer("https://lectern.example", Letters.UNSIGNED, new SimpleMeterRegistry())
                .preview(List.of(
                        Letters.in(french(), scheduled(told)),
                        Letters.in(french(), changed(told, withTitle("Chaos")))));
        var wording = new Wording(french(), ZoneId.of("Europe/Paris"));
        var button = PlainLetter.Button.of(wording, "confirm.button", "https://lectern.example/presenter/address/x");
        assertThat(bundle.text()).contains("* Au programme\u00a0: Dynamics of neural networks");
        assertThat(button.line()).isEqualTo("Confirmer cette adresse\u00a0:");
        assertThat(bundle.text().replace("https:", ""))
                .doesNotContainPattern("[^\u00a0\\d]:|[^\u202f\u00a0][;!?»]|«[^\u202f\u00a0]");
        assertThat(french().keys())
                .filteredOn(key -> !Set.of("time", "day").contains(key))
                .allSatisfy(key -> assertThat(forms())
                        .allSatisfy(form -> assertThat(french().say(key, form).plain())
                                .doesNotContainPattern("[^\u00a0]:|[^\u202f\u00a0][;!?»]|«[^\u202f\u00a0]")));
    }

    @Test
    void inFrench() {
        assertThat(text(compose(Letters.in(french(), changed(tenInTheAuditorium(), moved())))))
                .isEqualTo("""
                        Bonjour Gérard BEN AROUS,

                        Votre exposé « Dynamics of neural networks » (« At the interface of physics and AI ») a été déplacé. \
                        Il a désormais lieu le mercredi 3 mars 2027 de 14:00 à 14:45 (Europe/Paris), salle « Blue room ».

                        Horaire : mardi 2 mars 2027 de 10:00 à 10:30 (Europe/Paris) → mercredi 3 mars 2027 de 14:00 à 14:45 (Europe/Paris)
                        Durée : 30 minutes → 45 minutes
                        Salle : Auditorium → Blue room

                        Modifié par Ada L.
                        > The projector is broken

                        Programme : https://lectern.example/agenda/interface-2027/talks/3

                        --\s
                        Ce message concerne le programme de « At the interface of physics and AI ». \
                        L’événement joint remplace les précédents dans votre calendrier.
                        """);
    }

    @Test
    void inGerman() {
        var mail = compose(Letters.in(german(), changed(tenInTheAuditorium(), moved())));
        assertThat(mail.subject())
                .isEqualTo(
                        "Ihr Vortrag wurde verlegt: Dynamics of neural networks – At the interface of physics and AI");
        assertThat(text(mail))
                .startsWith("Guten Tag Gérard BEN AROUS,\n")
                .contains("Jetzt gilt: Mittwoch, 3. März 2027, 14:00–14:45 Uhr (Europe/Paris), Raum: Blue room.")
                .contains("\nDauer: 30 Minuten → 45 Minuten\n", "\nRaum: Auditorium → Blue room\n")
                .contains("\nGeändert von Ada L.\n");
    }

    @Test
    void inSpanish() {
        assertThat(text(compose(Letters.in(spanish(), ofSession(cancelled(tenInTheAuditorium()))))))
                .startsWith(
                        "Hola, Gérard BEN AROUS:\n\nSu sesión «Dynamics of neural networks» ya no está en el programa de")
                .contains(
                        "\nHora: martes, 2 de marzo de 2027, de 10:00 a 10:30 (Europe/Paris)\n",
                        "\nSala: Auditorium\n");
    }

    /** Or a mark could begin a line. */
    @Test
    void frenchMarksStayWithTheirWords() {
        assertThat(french().keys())
                .filteredOn(key -> !key.equals("day"))
                .allSatisfy(key -> assertThat(forms())
                        .allSatisfy(form -> assertThat(french().say(key, form).plain())
                                .as(key)
                                .doesNotContainPattern(" [:;?!»]|« ")));
    }

    @Test
    void theFirstOfAMonthIsOrdinalInFrench() {
        var first = at("2027-03-01T10:00:00+01:00", "2027-03-01T10:30:00+01:00");
        assertThat(When.of(first, french())).isEqualTo("lundi 1er mars 2027 de 10:00 à 10:30 (Europe/Paris)");
    }

    @Test
    void thingsAreEnumeratedAsEachLanguageDoes() {
        var list = List.of("a", "b", "c");
        assertThat(Language.ENGLISH.list(list)).isEqualTo("a, b and c");
        assertThat(french().list(list)).isEqualTo("a, b et c");
        assertThat(german().list(list)).isEqualTo("a, b und c");
        assertThat(spanish().list(List.of("el título", "el tipo"))).isEqualTo("el título y el tipo");
    }

    @Test
    void oneMinuteIsSingular() {
        assertThat(languages()
                        .map(language ->
                                language.say("minutes", Map.of("count", 1)).plain()))
                .containsExactlyInAnyOrder("1 Minute", "1 minute", "1 minuto", "1 minute");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "fr, de, fr",
                "de-AT, en, de",
                "es-419, en, es",
                "zh-Hant-TW, fr, fr",
                "pt-BR, es, es",
                "-, de, de",
                "-, xx, en",
                "not a tag, fr, fr",
                "'', fr, fr",
            })
    void aReaderGetsTheLanguageThatTheyUnderstandBest(String wish, String otherwise, String expected) {
        assertThat(Language.of(wish, otherwise).tag()).isEqualTo(expected);
    }

    @Test
    void whatIsWrittenFromRightToLeftStandsForItselfInEachLanguage() {
        assertThat(languages())
                .allSatisfy(language -> assertThat(
                                text(compose(Letters.in(language, changed(withTitle("שלום"), withTitle("عالم"))))))
                        .contains("\u2068שלום\u2069 → \u2068عالم\u2069\n"));
    }

    @Test
    void inALineFromRightToLeftOtherValuesStandForThemselvesToo() {
        assertThat(Phrase.parse("שלום " + Phrase.marked("Ada (x)")).plain()).isEqualTo("שלום \u2068Ada (x)\u2069");
    }

    private static Stream<Map<String, ?>> forms() {
        return Stream.of("talk", "session")
                .flatMap(what -> STAYS.stream()
                        .flatMap(stays -> Stream.of(0, 1, 2, 5, 21).map(count -> form(what, stays, count))));
    }

    private static Map<String, ?> form(String what, String stays, int count) {
        var form = new HashMap<String, Object>();
        VALUES.forEach(value -> form.put(value, Phrase.marked("<" + value + ">")));
        form.putAll(Map.of("what", what, "stays", stays, "count", count));
        for (var ours : List.of("fields", "label", "day", "from", "to", "lastDay", "hour", "minute")) {
            form.put(ours, ours);
        }
        return form;
    }

    private static Set<String> values(Phrase phrase) {
        return phrase.pieces().stream().filter(Piece::isValue).map(Piece::text).collect(Collectors.toSet());
    }

    private static Facts moved() {
        return at("Blue room", "2027-03-03T14:00:00+01:00", "2027-03-03T14:45:00+01:00", "Europe/Paris");
    }

    private static Language french() {
        return Language.tagged("fr").orElseThrow();
    }

    private static Language german() {
        return Language.tagged("de").orElseThrow();
    }

    private static Language spanish() {
        return Language.tagged("es").orElseThrow();
    }
}
