package dev.lectern.notification.briefing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.notification.briefing.Programme.Reader;
import dev.lectern.notification.briefing.Programme.Talk;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One mail of many talks. */
@QuarkusTest
@TestProfile(WithoutDelivery.class)
@QuarkusTestResource(BackingServices.class)
class BundleTest {

    private Programme programme;
    private Reader ada;

    @BeforeEach
    void aPresenter() {
        programme = Programme.impatientConference();
        ada = programme.presenter("Ada L.", "ada@uni.example");
    }

    @Test
    void talksThatArePublishedTogetherAreOneMailWithACalendarPartForEach() throws Exception {
        // When
        publish(talks(5));
        // Then
        assertThat(notices("state")).containsOnly("DUE").hasSize(5);
        assertThat(notices("messageId")).containsOnly(notices("messageId").get(0));
        assertThat(notices("subject")).containsOnly("Your 5 talks are scheduled: Physics and AI");
        var mails = notices("id").stream().map(this::message).toList();
        assertThat(mails).containsOnly(mails.get(0));
        var parts = (Multipart) parse(mails.get(0)).getContent();
        assertThat(parts.getCount()).isEqualTo(6);
        var uids = new ArrayList<String>();
        for (var part = 1; part < parts.getCount(); part++) {
            assertThat(parts.getBodyPart(part).getContentType()).contains("text/calendar", "method=REQUEST");
            var calendar = new String(
                    parts.getBodyPart(part).getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            uids.addAll(calendar.lines().filter(line -> line.startsWith("UID:")).toList());
        }
        assertThat(uids).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void theReaderOfABundleKnowsAllOfIt() {
        publish(talks(4));
        programme.deliverAll();
        assertThat(states()).containsOnly("TOLD").hasSize(4);
    }

    @Test
    void aFreshOneTellsWhatIsStillOn() {
        // Given
        var talks = talks(4);
        publish(talks);
        programme.deliverAll();
        var bundle = notices("id");
        programme.unplace(talks.get(1));
        programme.deliverAll();
        // When
        var first = programme.get("/notices/" + bundle.get(0));
        resendFresh(first.getString("id")).statusCode(201);
        // Then
        assertThat(programme.get("/notices?state=DUE").getList("items.contribution.number"))
                .hasSize(3)
                .doesNotContain(talks.get(1).number);
        assertThat(programme.get("/notices?state=DUE").getList("items.subject"))
                .containsOnly("Your 3 talks are scheduled: Physics and AI");
        // When nothing of it is on
        programme.deliverAll();
        talks.forEach(programme::unplace);
        programme.deliverAll();
        // Then
        resendFresh(first.getString("id")).statusCode(409);
    }

    private ValidatableResponse resendFresh(String notice) {
        return programme
                .asOrganiser()
                .post("/notification/conferences/" + programme.slug + "/notices/" + notice + "/resend?fresh=true")
                .then();
    }

    @Test
    void aFewAreMailsOfTheirOwn() {
        publish(talks(3));
        assertThat(notices("messageId")).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void howManyAreTooManyIsASetting() {
        programme.settings(Map.of("bundleFrom", 2));
        publish(talks(2));
        assertThat(notices("subject"))
                .containsOnly("Your 2 talks are scheduled: Physics and AI")
                .hasSize(2);
    }

    @Test
    void othersWhoPresentOneOfThemGetAMailOfThatOne() {
        var bob = programme.presenter("Bob M.", "bob@uni.example");
        var talks = new ArrayList<>(talks(4));
        talks.add(programme.talk(9, "Duet", ada, bob));
        publish(talks);
        assertThat(programme.notices().getList("items.findAll { it.presenter.name == 'Ada L.' }.subject"))
                .containsOnly("Your 5 talks are scheduled: Physics and AI")
                .hasSize(5);
        assertThat(programme.notices().getList("items.findAll { it.presenter.name == 'Bob M.' }.subject"))
                .singleElement()
                .asString()
                .contains("Duet");
    }

    @Test
    void aBundleThatIsNoLongerTrueIsMadeAnew() {
        // Given
        var talks = talks(5);
        publish(talks);
        var before = notices("id");
        // When
        programme.place(talks.get(2), "Blue room", "2027-03-03T10:00", 30);
        programme.untilQuiet();
        // Then
        assertThat(before)
                .allSatisfy(id -> assertThat(programme.get("/notices/" + id).getString("state"))
                        .isEqualTo("SUPERSEDED"));
        assertThat(programme.get("/notices?state=DUE").getList("items.contribution.number"))
                .containsExactlyInAnyOrder(1, 2, 3, 4, 5);
        programme.deliverAll();
        assertThat(states()).containsOnly("TOLD").hasSize(5);
    }

    private List<Talk> talks(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> programme.talk(number, "Talk " + number, ada))
                .toList();
    }

    private void publish(List<Talk> talks) {
        programme.together(talks.size());
        talks.forEach(talk -> programme.place(talk, "Auditorium", "2027-03-02T10:0" + talk.number, 30));
        programme.together(null);
        programme.untilQuiet();
    }

    private List<String> notices(String member) {
        return programme.notices().getList("items." + member);
    }

    private List<String> states() {
        return programme.get("/briefings").getList("items.state");
    }

    private String message(String id) {
        return programme
                .asOrganiser()
                .get("/notification/conferences/" + programme.slug + "/notices/" + id + "/message")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private static MimeMessage parse(String message) throws Exception {
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(message.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }
}
