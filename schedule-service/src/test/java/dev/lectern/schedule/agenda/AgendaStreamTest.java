package dev.lectern.schedule.agenda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.schedule.TestConference;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(BackingServices.class)
class AgendaStreamTest {

    @Inject
    AgendaServer server;

    private TestConference conference;

    @BeforeEach
    void aConference() {
        conference = TestConference.ready();
        conference.place(3, "red", "2027-03-02T10:00");
    }

    @Test
    void aListenerHearsOfEachRevisionUntilTheAgendaIsTakenBack() throws IOException, InterruptedException {
        // Given
        conference.publish();
        var lines = new CopyOnWriteArrayList<String>();
        var stream = open();
        var end = CompletableFuture.runAsync(() -> stream.body().forEach(lines::add));
        await().untilAsserted(() -> assertThat(ids(lines)).containsExactly("id:1"));
        // When
        conference.place(3, "blue", "2027-03-02T10:00");
        // Then
        await().untilAsserted(() -> assertThat(ids(lines)).containsExactly("id:1", "id:2"));
        assertThat(lines).contains("event:revision", "data:2");
        conference.unpublish();
        await().untilAsserted(() -> assertThat(end).isDone());
    }

    @Test
    void whatIsNotPublishedHasNoStream() throws IOException, InterruptedException {
        var answer = open();
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void aHeadOfAStreamEnds() throws IOException, InterruptedException {
        // Given
        conference.publish();
        // When
        var request = HttpRequest.newBuilder(uri())
                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                .build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/event-stream"));
    }

    private HttpResponse<Stream<String>> open() throws IOException, InterruptedException {
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri()).build(), BodyHandlers.ofLines());
    }

    private URI uri() {
        return URI.create("http://localhost:" + server.port() + "/agenda/" + conference.slug + "/stream");
    }

    private static List<String> ids(List<String> lines) {
        return lines.stream().filter(line -> line.startsWith("id")).toList();
    }
}
