package dev.lectern.stack.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.stack.data.DataDirectory;
import dev.lectern.stack.data.Port;
import dev.lectern.stack.data.Ports;
import dev.lectern.stack.process.Progress;
import io.vertx.core.Vertx;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {

    private final Vertx vertx = Vertx.vertx();
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    private DataDirectory data;
    private PlayedLectern lectern;

    @BeforeEach
    void open() throws Exception {
        data = new DataDirectory(folder);
        lectern = new PlayedLectern(vertx);
    }

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }

    @Test
    void theDemoIsPublishedWithOneTalkLeftOverAndOneMovedByMail() throws Exception {
        make();
        // Then
        assertThat(lectern.contributions.keySet()).containsExactly("2", "3", "4", "5", "6", "7", "8", "9", "10");
        assertThat(lectern.slots.keySet()).containsExactlyInAnyOrder("2", "3", "4", "5", "6", "7", "8", "9");
        assertThat(lectern.breaks).hasSize(3).element(1).asString().matches("Lunch .*T12:00");
        assertThat(lectern.sessions).singleElement().asString().matches("Geometry and dynamics .*T09:30");
        assertThat(lectern.published).isTrue();
        assertThat(lectern.quietPeriod).isEqualTo("PT2S");
        assertThat(lectern.mails).containsExactly("scheduled", "moved");
        assertThat(lectern.held).containsExactly("moved");
        assertThat(lectern.answers).containsExactly("DECLINED");
        assertThat(said.toString(UTF_8)).contains("demo", "ready", "/agenda/demo");
    }

    @Test
    void itsDaysAreTomorrowAndTheDayAfter() throws Exception {
        make();
        // Then
        assertThat(lectern.days)
                .containsExactly(
                        Demo.firstDay(data).orElseThrow().toString(),
                        Demo.firstDay(data).orElseThrow().plusDays(1).toString());
        assertThat(LocalDate.parse(lectern.days.get(0))).isAfter(LocalDate.now(ZoneId.of("Europe/Paris")));
    }

    @Test
    void everyAddressIsOneThatNobodyHas() throws Exception {
        make();
        // Then
        assertThat(lectern.presenters.keySet()).hasSize(9).allMatch(address -> address.endsWith(".example"));
    }

    @Test
    void whereverItIsCutShortTheNextStartCompletesIt() throws Exception {
        make();
        var requests = lectern.requests;
        var whole = lectern.toString();
        for (var answered = 0; answered < requests; answered++) {
            // Given
            data.root().resolve("run/demo").toFile().delete();
            lectern = new PlayedLectern(vertx);
            lectern.diesAfter(answered);
            make();
            // When
            lectern.lives();
            make();
            // Then
            assertThat(lectern.toString()).as("cut after %d requests", answered).isEqualTo(whole);
        }
    }

    @Test
    void whatPeopleMadeOfItStays() throws Exception {
        // Given
        make();
        lectern.slots.remove("2");
        lectern.contributions.remove("3");
        var changed = lectern.toString();
        // When
        make();
        // Then
        assertThat(lectern.toString()).isEqualTo(changed);
    }

    @Test
    void aSlugThatSomeoneElseHasIsSaidAndNoMore() throws Exception {
        // Given
        lectern.taken = true;
        // When
        make();
        // Then
        assertThat(said.toString(UTF_8)).contains("demo", "not complete", "409 The slug is taken");
        assertThat(Demo.firstDay(data)).isEmpty();
    }

    private void make() throws InterruptedException {
        var ports = new Ports(Map.of(Port.GATEWAY, lectern.port(), Port.INBOX, lectern.port()));
        new Demo(data, ports, new Progress(new PrintStream(said, true, UTF_8))).make("token");
    }
}
