package dev.lectern.notification.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.notification.briefing.Programme;
import dev.lectern.notification.briefing.WithoutDelivery;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(WithoutDelivery.class)
@QuarkusTestResource(BackingServices.class)
class SentTest {

    @Test
    void aMailThatIsSentWhileItsReaderLooksHasItsTime() {
        var programme = Programme.impatientConference();
        var ada = programme.presenter("Ada L.", "ada@uni.example");
        programme.place(programme.talk(3, "Loom", ada), "Auditorium", "2027-03-02T10:00", 30);
        programme.untilQuiet();
        var due = UUID.fromString(programme.notices().getString("items[0].id"));
        QuarkusTransaction.requiringNew().run(() -> {
            assertThat(Notice.<Notice>findById(due).state()).isEqualTo(NoticeState.DUE);
            programme.deliverAll();
            assertThat(Sent.to(programme.id, Set.of(ada.id())))
                    .singleElement()
                    .satisfies(mail -> assertThat(mail.at()).isNotNull());
        });
    }
}
