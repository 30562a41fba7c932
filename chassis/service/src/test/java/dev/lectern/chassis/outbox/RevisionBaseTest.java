package dev.lectern.chassis.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class RevisionBaseTest {

    @Test
    void nothingIsDifferentOnTopOfNothing() {
        var state = "{ \"revision\" : 7, \"announced\":null}".getBytes(StandardCharsets.UTF_8);

        assertThat(RevisionBase.raised(state, 0)).isSameAs(state);
    }

    @Test
    void bothRevisionsOfAStateAreRaised() {
        assertThat(raised("""
                {"id":"a","revision":7,"title":"Ünder","announced":{"revision":5,"author":"Ada","comment":null}}""")).isEqualTo("""
                        {"id":"a","revision":1007,"title":"Ünder","announced":{"revision":1005,"author":"Ada","comment":null},"revisionsFrom":1000}""");
    }

    @Test
    void whatWasNeverAnnouncedStaysSo() {
        assertThat(raised("{\"revision\":1,\"announced\":null}"))
                .isEqualTo("{\"revision\":1001,\"announced\":null,\"revisionsFrom\":1000}");
    }

    @Test
    void whatHasNoRevisionGetsNone() {
        assertThat(raised("{\"revisionsFrom\":1000}")).isEqualTo("{\"revisionsFrom\":1000}");
    }

    private static String raised(String state) {
        return new String(RevisionBase.raised(state.getBytes(StandardCharsets.UTF_8), 1000), StandardCharsets.UTF_8);
    }
}
