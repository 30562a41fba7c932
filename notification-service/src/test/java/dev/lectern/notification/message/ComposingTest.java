package dev.lectern.notification.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.notification.briefing.Programme;
import dev.lectern.notification.briefing.WithoutDelivery;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The mails of a message are composed behind the request that wrote it. */
@QuarkusTest
@TestProfile(WithoutDelivery.class)
@QuarkusTestResource(BackingServices.class)
class ComposingTest {

    private static final int READERS = 30;

    @Inject
    Composing composing;

    /** Three replicas, each of which is cut short once, before its transaction ends. */
    @Test
    void everybodyGetsOneMailWhoeverComposesAndWhateverIsCutShort() throws Exception {
        var programme = Programme.impatientConference();
        for (var number = 1; number <= READERS; number++) {
            programme.talk(number, "Talk " + number, programme.presenter("P " + number, number + "@uni.example"));
        }
        programme.untilQuiet();
        // When
        var location = programme
                .asOrganiser()
                .contentType("application/json")
                .body(Map.of("subject", "Slides", "text", "Bring them.", "to", Map.of("all", true)))
                .post("/notification/conferences/" + programme.slug + "/messages")
                .then()
                .statusCode(201)
                .extract()
                .header("Location");
        var composers = Executors.newFixedThreadPool(3);
        try {
            for (var composer : composers.invokeAll(Collections.nCopies(3, composer()))) {
                composer.get();
            }
        } finally {
            composers.shutdownNow();
        }
        programme.untilQuiet();
        // Then
        List<String> addresses =
                programme.asOrganiser().get(location).jsonPath().getList("recipients.address");
        assertThat(addresses)
                .containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, READERS)
                        .mapToObj(number -> number + "@uni.example")
                        .toList());
        assertThat(programme.get("/notices?pageSize=500").getList("items.kind"))
                .containsOnly("MESSAGE")
                .hasSize(READERS);
    }

    private Callable<Void> composer() {
        return () -> {
            assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                        composing.composeNext(7);
                        throw new CancellationException("the process ends");
                    }))
                    .isInstanceOf(CancellationException.class);
            while (QuarkusTransaction.requiringNew().call(() -> composing.composeNext(3))) {
                // Together with the others.
            }
            return null;
        };
    }
}
