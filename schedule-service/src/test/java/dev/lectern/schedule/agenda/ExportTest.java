package dev.lectern.schedule.agenda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.lectern.schedule.replica.Author;
import dev.lectern.schedule.replica.Link;
import dev.lectern.schedule.replica.Presenter;
import dev.lectern.schedule.timetable.RoomName;
import dev.lectern.schedule.timetable.TimeAndPlace;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.SAXException;

/** What apps for attendees read keeps to its schemas, however odd the conference is. */
class ExportTest {

    private static final Path SCHEMAS = Path.of("../../shared/data/schema");
    private static final String PUBLIC = "https://conf.example";
    private static final AgendaJson JSON =
            new AgendaJson(JsonMapper.builder().addModule(new JavaTimeModule()).build());
    private static final RoomName RED = new RoomName("red", "Red room");

    static Stream<Agenda> conferences() {
        return Stream.of(
                conference("clocks-2027", "Clocks", "Europe/Paris", talk(3, "Great bells", "2027-03-02T10:00", 45)),
                conference("x", "", "UTC"),
                conference("a-b", "No days", "Etc/GMT+5", talk(1, "?", "2027-03-02T23:30", 1_440)),
                conference(
                        "w3",
                        "Zones",
                        "America/Argentina/Buenos_Aires",
                        talk(1, "\u0001<&>\uD800\"'", "2027-03-02T10:00", 1)),
                conference("old", "Before clocks agreed", "Europe/Amsterdam", talk(1, "鐘", "1899-12-31T23:59", 30)),
                conference("far", "Far away", "Pacific/Kiritimati", talk(999_999_999, "a", "9999-12-31T23:00", 30)),
                conference("late", "Too late", "UTC", talk(4, "c", "+12027-03-02T10:00", 30)),
                conference("dst", "Gap at midnight", "America/Havana", talk(2, "b", "2027-03-14T01:00", 30)));
    }

    @ParameterizedTest
    @MethodSource("conferences")
    void theXmlKeepsTheSchema(Agenda agenda) throws IOException, SAXException {
        // Given
        assumeTrue(Files.exists(SCHEMAS));
        var schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(SCHEMAS.resolve("schedule.xml.xsd").toFile());
        // When
        var xml = new String(ScheduleXml.render(agenda, PUBLIC), UTF_8);
        // Then
        schema.newValidator().validate(new StreamSource(new StringReader(xml)));
    }

    @ParameterizedTest
    @MethodSource("conferences")
    void theJsonKeepsTheSchema(Agenda agenda) throws IOException {
        // Given
        assumeTrue(Files.exists(SCHEMAS));
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_6)
                .getSchema(Files.readString(SCHEMAS.resolve("schema.json")), InputFormat.JSON);
        // When
        var json = new String(JSON.write(ScheduleJson.of(agenda, PUBLIC)), UTF_8);
        // Then
        assertThat(schema.validate(json, InputFormat.JSON)).isEmpty();
    }

    @Test
    void bothSayTheSame() throws IOException {
        // Given
        var agenda =
                conference("clocks-2027", "Clocks", "Europe/Paris", talk(3, "Great bells", "2027-03-02T10:00", 45));
        // When
        var xml = new String(ScheduleXml.render(agenda, PUBLIC), UTF_8);
        var json = new ObjectMapper().readTree(JSON.write(ScheduleJson.of(agenda, PUBLIC)));
        // Then
        var event = json.at("/schedule/conference/days/0/rooms/Red room/0");
        assertThat(xml)
                .contains("<acronym>clocks_2027</acronym>", "<time_zone_name>Europe/Paris</time_zone_name>")
                .contains(
                        "<day index=\"1\" date=\"2027-03-02\" start=\"2027-03-02T10:00:00+01:00\" end=\"2027-03-02T10:45:00+01:00\">")
                .contains("<date>2027-03-02T10:00:00+01:00</date><start>10:00</start><duration>00:45</duration>")
                .contains("<slug>clocks_2027-3-great-bells</slug>", ">Éloïse &amp; Co.</person>")
                .contains("<language>de-AT</language>")
                .contains("<link href=\"https://bells.example/?a=1&amp;b=2\">Slides &amp; more</link>")
                .contains("<link href=\"https://bells.example/paper\">https://bells.example/paper</link>");
        assertThat(event.get("date").asText()).isEqualTo("2027-03-02T10:00:00+01:00");
        assertThat(event.get("slug").asText()).isEqualTo("clocks_2027-3-great-bells");
        assertThat(event.get("language").asText()).isEqualTo("de-AT");
        assertThat(event.at("/links/0/url").asText()).isEqualTo("https://bells.example/?a=1&b=2");
        assertThat(event.at("/links/0/title").asText()).isEqualTo("Slides & more");
        assertThat(event.at("/persons/0/name").asText()).isEqualTo("Éloïse & Co.");
        assertThat(json.at("/schedule/conference/daysCount").asInt()).isEqualTo(1);
    }

    @Test
    void theTableSaysInWhichLanguageByWhomAndWhereMoreIs() {
        // Given
        var agenda =
                conference("clocks-2027", "Clocks", "Europe/Paris", talk(3, "=Great bells", "2027-03-02T10:00", 45));
        // When
        var table = new String(AgendaTable.render(agenda), UTF_8);
        // Then
        assertThat(table)
                .contains(",session,", "presenters,abstract,language,authors,links\r\n")
                .contains("'=Great bells,")
                .contains(",de-AT,'@Bea BO,https://bells.example/?a=1&b=2 https://bells.example/paper\r\n");
    }

    /** Pieces are shared by all that is equal, and a talk may be equal to one of another conference. */
    @Test
    void nothingOfAnotherConferenceIsInIt() {
        // Given
        var bells = talk(3, "Great bells", "2027-03-02T10:00", 45);
        var before = documents(conference("clocks-2027", "Clocks", "Europe/Paris", bells));
        // When
        var after = documents(conference("towers", "Towers", "Europe/Paris", bells));
        // Then
        assertThat(after)
                .hasSameSizeAs(before)
                .allSatisfy(
                        document -> assertThat(document).contains("Great bells").doesNotContainIgnoringCase("clocks"));
        assertThat(documents(conference("clocks-2027", "Clocks", "Europe/Paris", bells)))
                .isEqualTo(before);
    }

    private static List<String> documents(Agenda agenda) {
        return Stream.of(
                        ScheduleXml.render(agenda, PUBLIC),
                        JSON.write(ScheduleJson.of(agenda, PUBLIC)),
                        JSON.write(agenda),
                        AgendaCalendar.render(Part.Excerpt.all(agenda), PUBLIC),
                        AgendaCalendar.renderXml(Part.Excerpt.all(agenda), PUBLIC),
                        AgendaTable.render(agenda),
                        AgendaText.render(agenda, PUBLIC))
                .map(bytes -> new String(bytes, UTF_8))
                .toList();
    }

    private record Planned(int number, String title, LocalDateTime start, int minutes) {

        Agenda.Talk in(ZoneId zone) {
            var begin = start.atZone(zone).toOffsetDateTime();
            var id = new UUID(0, number);
            return new Agenda.Talk(
                    id,
                    number,
                    title,
                    "About *" + title + "*.",
                    null,
                    number == 1 ? null : "Bells & whistles",
                    number == 1 ? null : "de-AT",
                    new TimeAndPlace(
                            RED, begin, start.atZone(zone).plusMinutes(minutes).toOffsetDateTime()),
                    minutes,
                    zone.getId(),
                    null,
                    List.of(new Presenter(new UUID(1, number), "Éloïse & Co.", null)),
                    List.of(new Author("@Bea BO", null)),
                    List.of(
                            new Link("https://bells.example/?a=1&b=2", "Slides & more"),
                            new Link("https://bells.example/paper", null)),
                    Agenda.Stamp.of(id, 0, Instant.EPOCH));
        }
    }

    private static Planned talk(int number, String title, String start, int minutes) {
        return new Planned(number, title, LocalDateTime.parse(start), minutes);
    }

    /** Bells and ropes on one day in Paris, each when it is said. */
    static Agenda clocks(String bells, String ropes) {
        return conference(
                "clocks-2027",
                "Clocks",
                "Europe/Paris",
                talk(3, "Great bells", "2027-03-02T" + bells, 45),
                talk(4, "Ropes", "2027-03-02T" + ropes, 30));
    }

    private static Agenda conference(String slug, String title, String zone, Planned... talks) {
        return new Agenda(
                new Agenda.Conference(new UUID(9, 9), slug, title, zone, List.of(), null, null, null),
                5,
                2,
                List.of(RED, new RoomName("b", "Red room")),
                List.of(),
                List.of(),
                Stream.of(talks).map(talk -> talk.in(ZoneId.of(zone))).toList(),
                Instant.parse("2027-01-01T00:00:00Z"));
    }
}
