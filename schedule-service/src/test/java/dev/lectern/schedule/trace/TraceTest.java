package dev.lectern.schedule.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.chassis.testing.TopicReader;
import dev.lectern.chassis.testing.TopicWriter;
import dev.lectern.schedule.TestConference;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** A trace leads from a request through the broker into whoever takes in what it told. */
@QuarkusTest
@TestProfile(TraceTest.Traced.class)
@WithTestResource(BackingServices.class)
class TraceTest {

    public static final class Traced implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.otel.sdk.disabled", "false", "quarkus.otel.bsp.schedule.delay", "50ms");
        }
    }

    /** Where a collector would be. */
    @ApplicationScoped
    static class Collected implements SpanExporter {

        private final List<SpanData> spans = new CopyOnWriteArrayList<>();

        @Override
        public CompletableResultCode export(Collection<SpanData> news) {
            spans.addAll(news);
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }

        Optional<SpanData> of(String trace, SpanKind kind) {
            return spans.stream()
                    .filter(span -> span.getTraceId().equals(trace) && span.getKind() == kind)
                    .findFirst();
        }
    }

    @Inject
    Collected collected;

    @Test
    void anEventBelongsToTheSpanOfTheRequestThatCausedIt() {
        // Given
        var conference = TestConference.ready();
        var talk = conference.idOf(3);
        conference.publish().statusCode(200);
        var trace = trace();
        // When
        conference
                .organiser()
                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .body(Map.of("room", "red", "startsAt", "2027-03-02T10:00"))
                .put(conference.path("/slots/3"))
                .then()
                .statusCode(200);
        // Then
        await().untilAsserted(
                        () -> assertThat(collected.of(trace, SpanKind.SERVER)).isPresent());
        var request = collected.of(trace, SpanKind.SERVER).get();
        assertThat(request.getParentSpanId()).isEqualTo("00f067aa0ba902b7");
        assertThat(request.getName()).isEqualTo("PUT /schedule/conferences/{c}/slots/{number}");
        assertThat(request.getAttributes().asMap().values().toString())
                .contains("withheld")
                .doesNotContain(conference.slug);
        var events = TopicReader.of("lectern.schedule.slot.v1").awaitRecords(talk, 1);
        var header = events.get(events.size() - 1).headers().lastHeader("traceparent");
        assertThat(new String(header.value(), StandardCharsets.US_ASCII))
                .isEqualTo("00-" + trace + "-" + request.getSpanId() + "-01");
    }

    @Test
    void takingInAnEventBelongsToTheSpanThatItCameWith() {
        var trace = trace();

        TopicWriter.write(
                "lectern.catalog.presenter.v1",
                UUID.randomUUID().toString(),
                "dev.lectern.presenter.v1",
                "{".getBytes(StandardCharsets.UTF_8),
                "00-" + trace + "-00f067aa0ba902b7-01");

        await().untilAsserted(() -> assertThat(collected.of(trace, SpanKind.CONSUMER))
                .hasValueSatisfying(span -> assertThat(span.getParentSpanId()).isEqualTo("00f067aa0ba902b7")));
    }

    private static String trace() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
