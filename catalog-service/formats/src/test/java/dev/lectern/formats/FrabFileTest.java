package dev.lectern.formats;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Schedules as frab, pretalx and others write them, in XML and in JSON. */
class FrabFileTest {

    private static final Path REAL = Path.of("../../../shared/data/schedules");
    private static final String XML = """
            <?xml version="1.0" encoding="UTF-8"?>
            <schedule>
              <generator name="a tool"/>
              <conference><acronym>clocks</acronym><title>Clocks &amp; Bells</title></conference>
              <day index="1" date="2027-03-02">
                <room name="Blue room">
                  <event guid="g-1" id="7" code="ABCDEF">
                    <date>2027-03-02T10:00:00+01:00</date><start>10:00</start><duration>01:30</duration>
                    <title>Why bells are late</title><subtitle>A *short* story</subtitle>
                    <track>Towers</track><type>lecture</type><language>en</language>
                    <keywords><keyword>ropes</keyword><keyword/></keywords><tags>late, clocks</tags>
                    <links>
                      <link href="https://bells.example/a" type="related">Slides</link><link>https://bells.example/b</link><link/>
                    </links>
                    <attachments><attachment href="https://bells.example/c">Notes</attachment></attachments>
                    <abstract>Ropes.</abstract><description><p>And <b>knots</b>.</p></description>
                    <persons><person id="12" email="e@liege.example">Éloïse DUPONT</person><person id="13"> </person></persons>
                  </event>
                </room>
              </day>
            </schedule>""";
    private static final String JSON = """
            {"schedule": {"version": "1", "conference": {
              "title": "Clocks & Bells",
              "days": [{"index": 1, "rooms": {"Blue/room": [
                {"guid": "g-1", "id": 7, "code": "ABCDEF", "duration": "01:30", "title": "Why bells are late",
                 "subtitle": "A *short* story", "track": {"de": "Türme", "en": "Towers"}, "type": "lecture",
                 "language": "en", "tags": ["ropes", {"tag": "late"}, 17], "keywords": ["clocks"],
                 "links": [{"title": "Slides", "url": "https://bells.example/a", "type": "related"}, "https://bells.example/b", {}],
                 "attachments": [{"title": "Notes", "url": "https://bells.example/c"}],
                 "abstract": "Ropes.", "description": "And knots.\\u0000",
                 "room": "Blue room", "date": "2027-03-02T10:00:00+01:00", "start": "10:00",
                 "persons": [{"code": "12", "public_name": "Éloïse DUPONT", "email": "e@liege.example"}, {"id": 13}],
                 "rooms": {"x": [{"title": "no event"}]}}
              ]}}]}}}""";

    @Test
    void anXmlEventSaysWhatItIs() {
        var schedule = FrabXml.read(XML.getBytes(UTF_8));

        assertThat(schedule.title()).isEqualTo("Clocks & Bells");
        assertThat(schedule.events())
                .containsExactly(new FrabEvent(
                        7,
                        7,
                        "g-1",
                        "7",
                        "Why bells are late",
                        new FrabEvent.Texts("A *short* story", "Ropes.", "And knots."),
                        new Classification(
                                "ABCDEF", "lecture", "Towers", null, "en", List.of("ropes", "late", "clocks")),
                        90,
                        null,
                        List.of(new ReportedPerson("12", "Éloïse DUPONT", "e@liege.example")),
                        List.of(
                                new Link("https://bells.example/a", "Slides"),
                                new Link("https://bells.example/b", null)),
                        List.of(),
                        new Placement("Blue room", "2027-03-02T10:00:00+01:00"),
                        List.of()));
    }

    @Test
    void aJsonEventSaysTheSame() {
        var schedule = FrabJson.read(JSON);

        assertThat(schedule.title()).isEqualTo("Clocks & Bells");
        assertThat(schedule.events())
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("line", "column")
                .isEqualTo(FrabXml.read(XML.getBytes(UTF_8)).events());
        assertThat(schedule.events().get(0).line()).isEqualTo(4);
    }

    @Test
    void anotherEncodingIsReadWhereTheFileNamesIt() {
        var latin = XML.replace("UTF-8", "ISO-8859-1").getBytes(ISO_8859_1);

        assertThat(FrabXml.read(latin).events().get(0).persons().get(0).familyName())
                .isEqualTo("Éloïse DUPONT");
    }

    @Test
    void aPersonMayHaveAProfileBesideTheName() {
        var withProfile =
                XML.replace("Éloïse DUPONT", "<name>Éloïse DUPONT</name><profile>Rings <b>bells</b></profile>");

        assertThat(FrabXml.read(withProfile.getBytes(UTF_8)).events().get(0).persons())
                .containsExactly(new ReportedPerson("12", "Éloïse DUPONT", "e@liege.example"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"results\":[%s]}", "{\"schedule\":{\"2027-03-02\":{\"540\":{\"1\":%s,\"2\":null}}}}"})
    void anObjectOfPretalxSaysTheSame(String around) {
        var submission = """
                {"code": "ABCDEF", "title": "Why bells are late", "submission_type": {"de": "Vortrag", "fr": "Exposé"},
                 "track": {"en": "Towers"}, "abstract": "Ropes.", "description": null, "duration": 90,
                 "slot": {"room": {"en": "Blue room"}, "start": "2027-03-02T10:00:00+01:00"},
                 "speakers": [{"code": "12", "name": "Éloïse DUPONT"}]}""";

        var text = around.formatted(submission);
        var report = Format.named("auto", text.getBytes(UTF_8)).parse(text.getBytes(UTF_8), true);

        var contribution = report.contributions().get(0);
        assertThat(contribution.externalId()).isEqualTo("ABCDEF");
        assertThat(contribution.number()).isNull();
        assertThat(contribution.placement().room()).isEqualTo("Blue room");
        assertThat(contribution.placement().startsAt()).isEqualTo("2027-03-02T10:00:00+01:00");
        assertThat(contribution.classification().type()).isEqualTo("Vortrag");
        assertThat(contribution.classification().track()).isEqualTo("Towers");
        assertThat(contribution.durationMinutes()).isEqualTo(90);
        assertThat(contribution.abstractText()).isEqualTo("Ropes.");
        assertThat(contribution.people().presenters()).containsExactly(new ReportedPerson("12", "Éloïse DUPONT", null));
    }

    @Test
    void pretalxSaysTheStateTheQuestionsAndHowToReachPeople() {
        var report = FrabReport.of(FrabJson.readPretalx("""
                {"results": [{"code": "ABCDEF", "title": "Why bells are late", "state": "submitted", "content_locale": "fr",
                 "submission_type": {"id": 3, "name": {"en": "Talk"}}, "track": 5, "tags": [1, {"id": 2, "tag": "ropes"}],
                 "answers": [{"question": {"id": 1, "question": {"en": "Needs?"}}, "answer": "A *ladder*"},
                             {"question": 12, "answer": "Yes"}, {"question": 13, "answer": ""}],
                 "slots": [{"start": "2027-03-02T10:00:00+01:00", "room": {"id": 1, "name": {"en": "Blue room"}}},
                           {"start": "2027-03-03T10:00:00+01:00", "room": 2}],
                 "speakers": [{"code": "12", "name": "Éloïse DUPONT", "email": "e@liege.example", "biography": "Rings."}]}]}"""));

        var bells = report.contributions().get(0);
        assertThat(bells.state()).isEqualTo("PROPOSED");
        assertThat(bells.classification())
                .isEqualTo(new Classification("ABCDEF", "Talk", null, null, "fr", List.of("ropes")));
        assertThat(bells.customFields())
                .containsExactly(new CustomField("Needs?", "A *ladder*"), new CustomField("Question 12", "Yes"));
        assertThat(bells.placement()).isEqualTo(new Placement("Blue room", "2027-03-02T10:00:00+01:00"));
        assertThat(bells.people())
                .isEqualTo(People.presenting(List.of(new ReportedPerson("12", "Éloïse DUPONT", "e@liege.example"))));
        assertThat(report.notUnderstood()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "accepted,ACCEPTED",
        "confirmed,CONFIRMED",
        "rejected,REJECTED",
        "withdrawn,WITHDRAWN",
        "canceled,WITHDRAWN",
        "Cancelled,WITHDRAWN",
        "'',",
    })
    void aStateIsOneOfOurs(String word, String state) {
        assertThat(pretalx("A", word).contributions())
                .extracting(ReportedContribution::state)
                .containsExactly(state);
    }

    @Test
    void anUnknownStateAndWhatIsDeletedAreReported() {
        var report = pretalx("A", "sleeping", "B", "deleted", "C", "accepted");

        assertThat(report.contributions())
                .extracting(ReportedContribution::externalId, ReportedContribution::state)
                .containsExactly(tuple("A", null), tuple("C", "ACCEPTED"));
        assertThat(report.notUnderstood())
                .extracting(NotUnderstood::reason)
                .containsExactly("not a state that is known: sleeping", "an event that is deleted");
    }

    private static ContributionReport pretalx(String... codesAndStates) {
        var submissions = IntStream.range(0, codesAndStates.length / 2)
                .mapToObj(i -> "{\"code\": \"%s\", \"title\": \"A\", \"state\": \"%s\"}"
                        .formatted(codesAndStates[2 * i], codesAndStates[2 * i + 1]))
                .collect(joining(",", "{\"results\": [", "]}"));
        return FrabReport.of(FrabJson.readPretalx(submissions));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "10:00, 2027-03-02T10:00",
                "0930, 2027-03-02T09:30",
                "9:30:00, 2027-03-02T09:30",
                "03:30, 2027-03-03T03:30",
                "soon, -"
            })
    void anOlderEventStartsOnItsDayOrInTheNightAfterIt(String start, String startsAt) {
        var older = XML.replace("<date>2027-03-02T10:00:00+01:00</date>", "")
                .replace("<start>10:00", "<start>" + start)
                .replace("</conference>", "<day_change>04:00</day_change></conference>");

        var event = FrabXml.read(older.getBytes(UTF_8)).events().get(0);

        assertThat(event.placement().startsAt()).isEqualTo(startsAt);
        assertThat(event.placement().room()).isEqualTo("Blue room");
    }

    @Test
    void subtitleAbstractAndDescriptionMakeTheText() {
        var contribution =
                FrabReport.of(FrabXml.read(XML.getBytes(UTF_8))).contributions().get(0);

        assertThat(contribution.abstractText()).isEqualTo("*A \\*short\\* story*\n\nRopes.\n\nAnd knots.");
        assertThat(contribution.number()).isEqualTo(7);
        assertThat(contribution.externalId()).isEqualTo("g-1");
    }

    @Test
    void whatCannotBeToldApartIsSaidAndNotMerged() {
        var twice = XML.replace("</room>", """
                <event guid="g-1" id="8"><title>Another</title></event>
                <event guid="g-3"><title> </title></event>
                <event><title>Nameless</title></event>
                <event id="9"><title>Same</title></event><event id="9"><title>Same</title></event></room>""");

        var report = FrabReport.of(FrabXml.read(twice.getBytes(UTF_8)));

        assertThat(report.contributions())
                .extracting(ReportedContribution::externalId)
                .containsExactly("7", "8", "title:Nameless", "9");
        assertThat(report.notUnderstood())
                .extracting(NotUnderstood::reason)
                .containsExactly(
                        "an event without a title",
                        "told from the others by its title alone",
                        "left out: another entry has its guid, id, code and title, and its time and place");
        assertThat(report.notUnderstood()).extracting(NotUnderstood::line).containsExactly(20, 21, 22);
    }

    @ParameterizedTest
    @CsvSource({"00:30,30", "1:30:00,90", "45,45", "24:00,1440", "soon,", "'',", "-5,", "99999,"})
    void durationsAreWrittenInManyWays(String text, Integer minutes) {
        assertThat(new EntryValues().minutes(text)).isEqualTo(minutes);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "<schedule>",
                "<programme/>",
                "<schedule/>",
                "<!DOCTYPE schedule><schedule><event id='1'><title>A</title></event></schedule>",
                "<!DOCTYPE s [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><schedule><event id='1'><title>&e;</title></event></schedule>",
                "<!DOCTYPE a [\u0001",
                "<schedule><event id='1'><title>&e;</title></event></schedule>",
                "<schedule><event id='1'><title>A\u0001</title></event></schedule>"
            })
    void whatIsNoScheduleIsRefused(String file) {
        assertThatThrownBy(() -> FrabReport.of(FrabXml.read(file.getBytes(UTF_8))))
                .isInstanceOf(InvalidReport.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[]", "{}", "{\"schedule\":", "{\"schedule\":{\"conference\":{\"days\":[]}}}", "{\"a\":1}{"})
    void whatIsNoScheduleInJsonIsRefused(String file) {
        assertThatThrownBy(() -> FrabReport.of(FrabJson.read(file))).isInstanceOf(InvalidReport.class);
    }

    @Test
    void whatIsNestedTooDeeplyIsRefused() {
        var deep = "<schedule>" + "<day>".repeat(100_000);
        var inAnEvent = "<schedule><event id='1'><title>" + "<b>".repeat(100_000);
        var json = "{\"a\":" + "[".repeat(100_000);

        assertThatThrownBy(() -> FrabXml.read(deep.getBytes(UTF_8))).hasMessageContaining("deeper");
        assertThatThrownBy(() -> FrabXml.read(inAnEvent.getBytes(UTF_8))).hasMessageContaining("deeper");
        assertThatThrownBy(() -> FrabJson.read(json)).hasMessageContaining("deeper");
    }

    @ParameterizedTest
    @CsvSource({
        "fosdem-2025.xml,943,0",
        "39c3-himmel.schedule.xml,186,0",
        "europython2014-schedule.xml,188,112",
        "voc-example-pretalx-democon.json,36,0",
        "pyconfr2024-schedule.json,76,0",
        "indico-event-40025.json,5,0"
    })
    void realSchedulesAreRead(String file, int events, int notUnderstood) throws IOException {
        Assumptions.assumeThat(REAL).exists();
        var bytes = Files.readAllBytes(REAL.resolve(file));

        var report = Format.named("auto", bytes).parse(bytes, true);

        assertThat(report.contributions()).hasSize(events);
        assertThat(report.notUnderstood()).hasSize(notUnderstood);
    }
}
