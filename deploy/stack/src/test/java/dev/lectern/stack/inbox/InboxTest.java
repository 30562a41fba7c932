package dev.lectern.stack.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.lectern.stack.FreePort;
import dev.lectern.stack.data.DataDirectory;
import dev.lectern.stack.data.Port;
import dev.lectern.stack.data.Ports;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subethamail.smtp.client.SmartClient;

class InboxTest {

    private static final String INVITATION = """
            Message-ID: <1@conf.example>
            Date: Tue, 2 Mar 2027 10:00:00 +0100
            From: Lectern <schedule@conf.example>
            To: =?UTF-8?Q?G=C3=A9rard?= <header@nyu.example>
            Subject: =?UTF-8?Q?Moved_=E2=86=92_Blue_room?=
            MIME-Version: 1.0
            Content-Type: multipart/alternative; boundary=b

            --b
            Content-Type: text/plain; charset=UTF-8
            Content-Transfer-Encoding: quoted-printable

            Room: Auditorium =E2=86=92 Blue room
            --b
            Content-Type: text/html; charset=UTF-8

            <p>Room<script>alert(1)</script></p>
            --b
            Content-Type: text/calendar; method=REQUEST; charset=UTF-8
            Content-Transfer-Encoding: base64

            QkVHSU46VkNBTEVOREFS
            --b--
            .a line that begins with a dot
            """.replace("\n", "\r\n");

    private static final String PLAIN = "Subject: <b>bold</b>\r\n\r\nHello\r\n";

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Ports ports = new Ports(Map.of(Port.SMTP, FreePort.find(), Port.INBOX, FreePort.find()));

    @TempDir
    private Path folder;

    private Inbox inbox;

    @BeforeEach
    void open() throws Exception {
        inbox = new Inbox(vertx, new DataDirectory(folder), ports);
        inbox.start();
    }

    @AfterEach
    void close() throws Exception {
        inbox.stop();
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }

    @Test
    void aMessageIsListedWithTheAddressesOfItsEnvelope() throws Exception {
        send(INVITATION, "gba@nyu.example", "ada@conf.example");
        // When
        var list = json("/api/messages");
        // Then
        assertThat(list.toString())
                .isEqualTo("[{\"id\":\"1\",\"messageId\":\"<1@conf.example>\",\"from\":\"schedule@conf.example\","
                        + "\"to\":[\"gba@nyu.example\",\"ada@conf.example\"],\"subject\":\"Moved → Blue room\","
                        + "\"date\":\"2027-03-02T09:00:00Z\"}]");
    }

    @Test
    void aMessageIsShownDecoded() throws Exception {
        send(INVITATION, "gba@nyu.example");
        // When
        var message = json("/api/messages/1");
        // Then
        assertThat(message.get("id").asText()).isEqualTo("1");
        assertThat(message.get("headers").get("Subject").get(0).asText()).isEqualTo("Moved → Blue room");
        assertThat(message.get("headers").get("To").get(0).asText()).isEqualTo("Gérard <header@nyu.example>");
        assertThat(message.get("text").asText()).isEqualTo("Room: Auditorium → Blue room");
        assertThat(message.get("html").asText()).contains("<p>Room");
        assertThat(message.get("calendars").toString()).isEqualTo("[\"BEGIN:VCALENDAR\"]");
    }

    @Test
    void theBytesAreKeptAsTheyWereSent() throws Exception {
        send(INVITATION, "gba@nyu.example");
        // When
        var raw = get("/api/messages/1/raw");
        // Then
        assertThat(raw.headers().firstValue("Content-Type")).hasValue("message/rfc822");
        assertThat(raw.body()).isEqualTo(INVITATION);
    }

    @Test
    void theListCanBeNarrowedToOneAddress() throws Exception {
        send(PLAIN, "gba@nyu.example");
        send(PLAIN, "ada@conf.example");
        // When
        var list = json("/api/messages?to=ADA%40conf.example");
        // Then
        assertThat(list.findValuesAsText("id")).containsExactly("2");
    }

    @Test
    void nobodyHasAMailbox() throws Exception {
        assertThatThrownBy(() -> send(PLAIN, "Nobody@nyu.example")).hasMessageContaining("5.1.1");
        send(PLAIN, "nobody.else@nyu.example");
        // When
        var list = json("/api/messages");
        // Then
        assertThat(list.findValuesAsText("id")).hasSize(1);
    }

    @Test
    void aMessageThatArrivesTwiceIsKeptTwice() throws Exception {
        send(INVITATION, "gba@nyu.example");
        send(INVITATION, "gba@nyu.example");
        // When
        var list = json("/api/messages");
        // Then
        assertThat(list.findValuesAsText("messageId")).containsExactly("<1@conf.example>", "<1@conf.example>");
    }

    @Test
    void messagesSurviveARestartAndTheirNumbersGoOn() throws Exception {
        send(INVITATION, "gba@nyu.example");
        var before = json("/api/messages");
        // When
        inbox.stop();
        open();
        // Then
        assertThat(json("/api/messages")).isEqualTo(before);
        send(PLAIN, "ada@conf.example");
        assertThat(json("/api/messages").findValuesAsText("id")).containsExactly("1", "2");
    }

    @Test
    void allMessagesCanBeDeletedAndNoNumberComesBack() throws Exception {
        send(INVITATION, "gba@nyu.example");
        // When
        var answer = client.send(
                HttpRequest.newBuilder(uri("/api/messages")).DELETE().build(), BodyHandlers.ofString());
        // Then
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(json("/api/messages")).isEmpty();
        assertThat(folder.resolve("inbox/1.eml")).doesNotExist();
        inbox.stop();
        open();
        send(PLAIN, "ada@conf.example");
        assertThat(json("/api/messages").findValuesAsText("id")).containsExactly("2");
    }

    @Test
    void aMessageThatIsCutOffIsNotKept() throws Exception {
        // Given
        try (var connection = new Socket(InetAddress.getLoopbackAddress(), ports.of(Port.SMTP))) {
            var dialogue =
                    "HELO x\r\nMAIL FROM:<a@b.example>\r\nRCPT TO:<c@d.example>\r\nDATA\r\nSubject: half\r\n\r\nHel";
            connection.getOutputStream().write(dialogue.getBytes(UTF_8));
            connection.shutdownOutput();
            connection.getInputStream().readAllBytes();
        }
        // When
        var list = json("/api/messages");
        // Then
        assertThat(list).isEmpty();
    }

    @Test
    void aMessageThatIsHardlyOneIsKeptToo() throws Exception {
        send("no header at all", "gba@nyu.example");
        // When
        var message = json("/api/messages/1");
        // Then
        assertThat(message.get("subject").isNull()).isTrue();
        assertThat(message.get("to").get(0).asText()).isEqualTo("gba@nyu.example");
        assertThat(get("/").statusCode()).isEqualTo(200);
        assertThat(get("/messages/1").statusCode()).isEqualTo(200);
    }

    @Test
    void aParameterThatNobodyKnowsIsRefused() throws Exception {
        var answer = get("/api/messages?too=ada@conf.example");
        // Then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("urn:lectern:problem:invalid-request");
    }

    @Test
    void aMessageThatIsNotThereIsNotFound() throws Exception {
        for (var path : new String[] {"/api/messages/7", "/api/messages/x", "/api/messages/7/raw", "/messages/7"}) {
            var answer = get(path);
            // Then
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).contains("urn:lectern:problem:not-found");
        }
    }

    @Test
    void writingToTheApiIsRefused() throws Exception {
        var post = HttpRequest.newBuilder(uri("/api/messages"))
                .POST(BodyPublishers.ofString("{}"))
                .build();
        // When
        var answer = client.send(post, BodyHandlers.ofString());
        // Then
        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.body()).contains("urn:lectern:problem:method-not-allowed");
    }

    @Test
    void thePagesShowForeignTextAsText() throws Exception {
        send(PLAIN, "gba@nyu.example");
        // When
        var list = get("/?q=%22%3E%3Cscript%3E&before=%22%3E%3Cscript%3E");
        var all = get("/");
        var message = get("/messages/1?view=source");
        // Then
        assertThat(list.body()).contains("&quot;&gt;&lt;script&gt;").doesNotContain("<script>");
        assertThat(all.body()).contains("&lt;b&gt;bold&lt;/b&gt;").doesNotContain("<b>bold");
        assertThat(message.body()).contains("Subject: &lt;b&gt;bold&lt;/b&gt;").doesNotContain("<b>bold");
        assertThat(message.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'")
                .doesNotContain("unsafe");
    }

    @Test
    void thePageFindsWordsInAddressSubjectAndText() throws Exception {
        // Given
        send(INVITATION, "gba@nyu.example");
        send("Subject: Lunch\r\n\r\nAt noon in the BLUE\r\nroom\r\n", "ada@conf.example");
        inbox.stop();
        open();
        // Then
        assertThat(shown("blue+room")).containsExactly("2", "1");
        assertThat(shown("ADA%40conf")).containsExactly("2");
        assertThat(shown("moved+gba")).containsExactly("1");
        assertThat(shown("moved+ada")).isEmpty();
    }

    @Test
    void thePageShowsAHundredMessagesAndLeadsToOlderOnes() throws Exception {
        // Given
        inbox.stop();
        for (var id = 1; id <= 101; id++) {
            var item =
                    "{'id':'%d','from':null,'to':['gba@nyu.example'],'subject':'bold','date':'2027-03-02T09:00:00Z'}";
            Files.writeString(
                    folder.resolve("inbox/" + id + ".json"), item.formatted(id).replace('\'', '"'));
        }
        open();
        // When
        var newest = get("/?q=bold").body();
        var older = get("/?q=bold&before=2").body();
        // Then
        assertThat(ids(newest)).hasSize(100).startsWith("101").endsWith("2");
        assertThat(newest).contains("href=\"/?q=bold&amp;before=2\"");
        assertThat(ids(older)).containsExactly("1");
        assertThat(older).doesNotContain(">Older<").contains(">Newest<");
    }

    @Test
    void anOpenPageIsToldOfNewMail() throws Exception {
        var news = client.send(HttpRequest.newBuilder(uri("/news")).build(), BodyHandlers.ofInputStream());
        try (var stream = news.body()) {
            assertThat(new String(stream.readNBytes(9), UTF_8)).isEqualTo(": hello\n\n");
            // When
            send(PLAIN, "gba@nyu.example");
            // Then
            assertThat(new String(stream.readNBytes(15), UTF_8)).isEqualTo("data: changed\n\n");
        }
    }

    @Test
    void anInvitationIsShownForPeopleInItsOwnTimeZone() throws Exception {
        // Given
        var calendar = """
                BEGIN:VCALENDAR
                VERSION:2.0
                PRODID:-//x//y//EN
                METHOD:REQUEST
                BEGIN:VEVENT
                UID:1@lectern
                DTSTAMP:20270301T090000Z
                DTSTART;TZID=Europe/Paris:20270302T233000
                DTEND;TZID=Europe/Paris:20270303T003000
                SEQUENCE:2
                STATUS:CONFIRMED
                SUMMARY:<b>Bells</b>
                LOCATION:Blue room
                ORGANIZER:mailto:lectern@conf.example
                ATTENDEE;RSVP=FALSE:mailto:gba@nyu.example
                END:VEVENT
                END:VCALENDAR
                """;
        send("Content-Type: text/calendar; charset=UTF-8\r\n\r\n" + calendar.replace("\n", "\r\n"), "gba@nyu.example");
        // When
        var page = get("/messages/1?view=calendar").body();
        var download = get("/messages/1/calendars/0");
        // Then
        assertThat(page)
                .contains("Tue 2 March 2027, 23:30–Wed 3 March 2027, 00:30 (Europe/Paris)")
                .contains("REQUEST", "Blue room", "CONFIRMED", "lectern@conf.example", "gba@nyu.example")
                .contains("&lt;b&gt;Bells&lt;/b&gt;");
        assertThat(download.headers().firstValue("Content-Type")).hasValue("text/calendar; charset=UTF-8");
        assertThat(download.body()).startsWith("BEGIN:VCALENDAR\r\n");
        assertThat(get("/messages/1/calendars/1").statusCode()).isEqualTo(404);
    }

    @Test
    void everyViewOfHardlyAMessageIsAPage() throws Exception {
        send(INVITATION, "gba@nyu.example");
        for (var view : new String[] {"html", "text", "calendar", "headers", "source", "nonsense", "%3Cscript%3E"}) {
            var answer = get("/messages/1?view=" + view);
            // Then
            assertThat(answer.statusCode()).as(view).isEqualTo(200);
            assertThat(answer.body()).as(view).contains("Moved → Blue room").doesNotContain("<script>");
        }
    }

    @Test
    void onlyThePageItselfDeletesByItsForm() throws Exception {
        send(PLAIN, "gba@nyu.example");
        // When
        var foreign = delete("http://evil.example");
        var none = delete(null);
        // Then
        assertThat(foreign.statusCode()).isEqualTo(403);
        assertThat(none.statusCode()).isEqualTo(403);
        assertThat(json("/api/messages")).hasSize(1);
        assertThat(delete(ports.url(Port.INBOX)).statusCode()).isEqualTo(303);
        assertThat(json("/api/messages")).isEmpty();
    }

    private HttpResponse<String> delete(String origin) throws Exception {
        var form = HttpRequest.newBuilder(uri("/delete")).POST(BodyPublishers.noBody());
        if (origin != null) {
            form.header("Origin", origin);
        }
        return client.send(form.build(), BodyHandlers.ofString());
    }

    private List<String> shown(String query) throws Exception {
        return ids(get("/?q=" + query).body());
    }

    private static List<String> ids(String page) {
        return Pattern.compile("href=\"/messages/([0-9]+)")
                .matcher(page)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    @Test
    void theHtmlOfAMessageIsShownWithoutItsScripts() throws Exception {
        send(INVITATION, "gba@nyu.example");
        // When
        var page = get("/messages/1");
        var html = get("/messages/1/html");
        // Then
        assertThat(page.body()).contains("src=\"/messages/1/html\"").doesNotContain("<script>");
        assertThat(html.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("sandbox ")
                .contains("default-src 'none'")
                .doesNotContain("allow-scripts", "allow-same-origin");
    }

    @Test
    void eachMessageIsAFileThatAMailProgramOpens() throws Exception {
        send(INVITATION, "gba@nyu.example");
        // Then
        assertThat(Files.readString(folder.resolve("inbox/1.eml"))).isEqualTo(INVITATION);
    }

    private void send(String message, String... recipients) throws IOException {
        var smtp = SmartClient.createAndConnect("127.0.0.1", ports.of(Port.SMTP), "localhost");
        smtp.from("bounces@conf.example");
        for (var recipient : recipients) {
            smtp.to(recipient);
        }
        smtp.dataStart();
        smtp.dataWrite(message.getBytes(UTF_8));
        smtp.dataEnd();
        smtp.quit();
    }

    private JsonNode json(String path) throws Exception {
        var answer = get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        return new JsonMapper().readTree(answer.body());
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
    }

    private URI uri(String path) {
        return URI.create(ports.url(Port.INBOX) + path);
    }
}
