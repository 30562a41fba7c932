package dev.lectern.notification.briefing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.notification.briefing.Programme.Reader;
import dev.lectern.notification.briefing.Programme.Session;
import dev.lectern.notification.briefing.Programme.Talk;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two presenters turn out to be one person, or one is erased: in whatever order that comes, and as often. */
@QuarkusTest
@TestProfile(WithoutDelivery.class)
@QuarkusTestResource(BackingServices.class)
class BriefingTransferTest {

    private static final String HOME = "ann@home.example";
    private static final String WORK = "ann@work.example";

    private Programme programme;
    private Reader ann;
    private Reader a;
    private Reader carl;
    private Talk bells;

    @BeforeEach
    void aConference() {
        programme = Programme.impatientConference();
        ann = new Reader(UUID.randomUUID(), "Ann ZYGALSKI");
        a = programme.presenter("A. ZYGALSKI", HOME);
        carl = programme.presenter("Carl", "carl@home.example");
    }

    @ParameterizedTest
    @MethodSource("orders")
    void whoStaysKnowsWhatTheOtherWasTold(List<String> order) {
        aTalkIsTold(null, a, carl);
        programme.place(bells, "Blue room", "2027-03-02T11:00", 30);
        programme.deliverAll();
        assertThat(sequence(a)).isEqualTo(1);

        merge(order, HOME, "quietly");

        assertThat(programme.told())
                .filteredOn(notice -> notice.endsWith(HOME))
                .containsExactly("SCHEDULED to " + HOME, "CHANGED to " + HOME);
        assertThat(programme.state(ann)).isEqualTo("TOLD");
        assertThat(sequence(ann)).isEqualTo(1);
        assertThat(programme.state(a)).isNull();

        programme.place(bells, "Auditorium", "2027-03-02T12:00", 30);
        programme.deliverAll();

        assertThat(programme.told()).filteredOn(notice -> notice.endsWith(HOME)).endsWith("CHANGED to " + HOME);
        assertThat(sequence(ann)).isEqualTo(2);
        var mails = programme.get("/notices?presenter=" + ann.id());
        assertThat(mails.getList("items")).hasSize(3);
        // The conversation goes on.
        List<String> ids = mails.getList("items.messageId");
        assertThat(programme
                        .asOrganiser()
                        .get("/notification/conferences/" + programme.slug + "/notices/"
                                + mails.getString("items[0].id") + "/message")
                        .asString())
                .contains("References: " + ids.get(2) + "\r\n " + ids.get(1) + "\r\n");
    }

    @ParameterizedTest
    @MethodSource("orders")
    void anotherAddressIsToldThePresentStateAndTheOldOneNothing(List<String> order) {
        aTalkIsTold(WORK, a, carl);

        merge(order, WORK, "announced");

        assertThat(programme.told())
                .containsExactlyInAnyOrder(
                        "SCHEDULED to " + HOME, "SCHEDULED to carl@home.example", "SCHEDULED to " + WORK);
        programme.deliverAll();
        assertThat(programme.state(ann)).isEqualTo("TOLD");
        assertThat(sequence(ann)).isEqualTo(1);
    }

    @ParameterizedTest
    @MethodSource("orders")
    void whoWasListedTwiceIsListedOnceAndNobodyIsRemoved(List<String> order) {
        aTalkIsTold(WORK, a, ann, carl);

        merge(order, WORK, "announced");

        assertThat(programme.told())
                .hasSize(5)
                .contains("CHANGED to " + WORK, "CHANGED to carl@home.example")
                .doesNotContain("REMOVED to " + HOME, "CHANGED to " + HOME);
        assertThat(programme.differences())
                .containsExactly("presenters: A. ZYGALSKI, Ann ZYGALSKI, Carl → Ann ZYGALSKI, Carl");
        assertThat(programme.get("/briefings").getList("items.presenter.name"))
                .containsExactlyInAnyOrder("Ann ZYGALSKI", "Carl");
    }

    @ParameterizedTest
    @MethodSource("orders")
    void whoHadNoAddressHearsNothingTwice(List<String> order) {
        aTalkIsTold(null, a, ann, carl);

        merge(order, HOME, "quietly");

        assertThat(programme.told())
                .containsExactlyInAnyOrder("SCHEDULED to " + HOME, "SCHEDULED to carl@home.example");
        assertThat(programme.state(ann)).isEqualTo("UNANNOUNCED");
    }

    @Test
    void aNoticeThatIsOnItsWayIsAwaited() {
        aTalkIsTold(WORK, a, ann);
        programme.place(bells, "Blue room", "2027-03-02T11:00", 30);
        programme.startSending();

        bells.presenters = List.of(ann);
        programme.absorbs(ann, a, WORK);
        programme.isMerged(a, ann);
        programme.tell(bells, "The same");
        await().untilAsserted(() -> assertThat(briefings()).containsExactlyInAnyOrder(a.id(), ann.id()));
        programme.each((outcomes, notice) -> outcomes.accepted(notice, Instant.now()));
        programme.untilQuiet();

        assertThat(briefings()).containsExactly(ann.id());
        assertThat(programme.told()).endsWith("CHANGED to " + WORK).doesNotContain("REMOVED to " + HOME);
        assertThat(programme.differences()).containsExactly("presenters: A. ZYGALSKI, Ann ZYGALSKI → Ann ZYGALSKI");
    }

    @ParameterizedTest
    @MethodSource("orders")
    void aChairWhoStaysIsBriefedOnTheSession(List<String> order) {
        programme.hasAddress(ann, null);
        var session = new Session("2027-03-02T10:00", a);
        programme.tell(session);
        programme.deliverAll();

        for (var event : order) {
            switch (event) {
                case "kept" -> programme.absorbs(ann, a, HOME);
                case "gone" -> programme.isMerged(a, ann);
                default -> {
                    session.chairs = List.of(ann);
                    programme.knows(a, ann);
                    programme.tell(session);
                }
            }
            programme.untilQuiet();
        }

        assertThat(programme.told()).containsExactly("SCHEDULED to " + HOME);
        assertThat(programme.state(ann)).isEqualTo("TOLD");
    }

    @ParameterizedTest
    @MethodSource("twoOrders")
    void whoWasErasedIsNotMailedAndOthersHearOfTheListOnly(List<String> order) {
        aTalkIsTold(null, a, carl);
        var others = programme.talk(4, "Clocks", carl);
        programme.place(others, "Blue room", "2027-03-02T12:00", 30);
        programme.deliverAll();

        for (var event : order) {
            if (event.equals("gone")) {
                programme.isErased(a);
            } else {
                bells.presenters = List.of(carl);
                bells.erased = List.of(a.id());
                programme.tell(bells, "Fewer of us");
            }
            programme.untilQuiet();
        }
        programme.repeat(a);
        programme.untilQuiet();

        assertThat(programme.told())
                .containsExactly(
                        "SCHEDULED to carl@home.example",
                        "SCHEDULED to carl@home.example",
                        "CHANGED to carl@home.example");
        assertThat(programme.differences()).containsExactly("presenters: (erased), Carl → Carl");
        assertThat(rows()).doesNotContain("A. ZYGALSKI", HOME);
        assertThat(briefings()).containsExactlyInAnyOrder(carl.id(), carl.id());
    }

    @Test
    void whoeverIsMergedIntoThemselvesIsParked() {
        isToldToBeMerged(a, a);

        await().until(() -> parked(a) == 1);
        aTalkIsTold(null, carl);
        assertThat(programme.told()).containsExactly("SCHEDULED to carl@home.example");
    }

    @Test
    void ofTwoWhoAreMergedIntoEachOtherTheSecondIsParked() {
        programme.hasAddress(ann, WORK);
        programme.isMerged(a, ann);
        isToldToBeMerged(ann, a);

        await().until(() -> parked(ann) == 1);
        aTalkIsTold(bellsBy(ann));
        assertThat(programme.told()).containsExactly("SCHEDULED to " + WORK);
    }

    /** By an event that makes no sense, so that the programme does not wait until it is stored. */
    private void isToldToBeMerged(Reader merged, Reader stays) {
        var event = new HashMap<String, Object>(
                Map.of("id", merged.id(), "revision", 99, "deleted", true, "conferenceId", programme.id, "name", ""));
        event.put("locale", null);
        event.put("mergedInto", stays.id());
        Topics.send("lectern.catalog.presenter.v1", merged.id(), event);
    }

    @Test
    void aNoticeToWhoWasErasedNeverLeaves() {
        aTalkIsTold(null, a, carl);
        programme.place(bells, "Blue room", "2027-03-02T11:00", 30);
        programme.startSending();

        programme.isErased(a);
        await().untilAsserted(() -> assertThat(briefings()).containsExactly(carl.id()));

        assertThat(rows()).doesNotContain("A. ZYGALSKI", HOME);
    }

    @Test
    void whatOthersWereToldBeforeNamesNobodyEither() {
        aTalkIsTold(null, carl);
        bells.presenters = List.of(carl, a);
        programme.tell(bells, "Two of us");
        programme.deliverAll();
        programme.isErased(a);
        programme.untilQuiet();

        assertThat(programme.differences()).containsExactly("presenters: Carl → Carl, (erased)");
        assertThat(programme.get("/briefings").getList("items.told.presenters"))
                .containsExactly(List.of("Carl", "(erased)"));
    }

    @Test
    void whoWasMergedGoesWithWhoIsErased() {
        aTalkIsTold(WORK, a, carl);
        programme.isErased(ann);
        programme.isMerged(a, ann);
        programme.untilQuiet();

        assertThat(briefings()).containsExactly(carl.id());
        assertThat(rows()).doesNotContain("ZYGALSKI", HOME);
    }

    @Test
    void aLateEventBringsNobodyBack() {
        aTalkIsTold(null, a, carl);
        programme.isErased(a);
        programme.untilQuiet();

        bells.title = "More bells";
        programme.tell(bells, "Still with the erased one");
        programme.untilQuiet();

        assertThat(rows()).doesNotContain("A. ZYGALSKI", HOME);
        assertThat(briefings()).containsExactly(carl.id());
    }

    @Test
    void aParkedRecordUnderTheirKeyIsForgotten() {
        Topics.send("lectern.catalog.presenter.v1", a.id(), Map.of("revision", "A. ZYGALSKI"));
        await().until(() -> parked() == 1);

        programme.isErased(a);

        await().until(() -> parked() == 0);
    }

    @Test
    void nothingIsCancelledAtAnAddressWhereAnotherPresenterIsWrittenTo() {
        programme.hasAddress(ann, HOME);
        aTalkIsTold(bellsBy(a, ann));

        bells.presenters = List.of(ann);
        programme.tell(bells, "Ann alone");
        programme.deliverAll();

        assertThat(programme.told())
                .containsExactly("SCHEDULED to " + HOME, "SCHEDULED to " + HOME, "CHANGED to " + HOME);
        assertThat(programme.state(a)).isEqualTo("NOTHING_TO_TELL");
    }

    /** @param address Ann's, null for none */
    private void aTalkIsTold(String address, Reader... presenters) {
        programme.hasAddress(ann, address);
        aTalkIsTold(bellsBy(presenters));
    }

    private Talk bellsBy(Reader... presenters) {
        return programme.talk(3, "Bells", presenters);
    }

    private void aTalkIsTold(Talk talk) {
        bells = talk;
        programme.place(bells, "Auditorium", "2027-03-02T10:00", 30);
        programme.deliverAll();
    }

    private void merge(List<String> order, String address, String how) {
        for (var event : order) {
            switch (event) {
                case "kept" -> programme.absorbs(ann, a, address);
                case "gone" -> programme.isMerged(a, ann);
                default -> {
                    bells.presenters = bells.presenters.stream()
                            .map(reader -> reader.equals(a) ? ann : reader)
                            .distinct()
                            .toList();
                    programme.knows(a, ann);
                    if (how.equals("quietly")) {
                        programme.tellQuietly(bells);
                    } else {
                        programme.tell(bells, "The same person");
                    }
                }
            }
            programme.untilQuiet();
        }
        programme.repeat(a);
        programme.repeat(ann);
        programme.untilQuiet();
    }

    static List<List<String>> orders() {
        return List.of(
                List.of("contribution", "gone", "kept"),
                List.of("contribution", "kept", "gone"),
                List.of("gone", "contribution", "kept"),
                List.of("gone", "kept", "contribution"),
                List.of("kept", "contribution", "gone"),
                List.of("kept", "gone", "contribution"));
    }

    static List<List<String>> twoOrders() {
        return List.of(List.of("contribution", "gone"), List.of("gone", "contribution"));
    }

    private Integer sequence(Reader reader) {
        return programme.get("/briefings").get("items.find { it.presenter.id == '" + reader.id() + "' }.sequence");
    }

    private List<UUID> briefings() {
        return QuarkusTransaction.requiringNew()
                .call(() -> Panache.getSession()
                        .createNativeQuery("select presenter_id from briefing where conference_id = :id", UUID.class)
                        .setParameter("id", programme.id)
                        .getResultList());
    }

    private String rows() {
        return List.of("appearance", "presenter", "briefing", "notice").stream()
                .map(table ->
                        "" + sql("select cast(json_agg(t) as text) from " + table + " t where conference_id = :id"))
                .toList()
                .toString();
    }

    private long parked() {
        return parked(a);
    }

    private long parked(Reader reader) {
        return ((Number) sql("select count(*) from parked_record where key = '" + reader.id()
                        + "' and cast(:id as text) <> ''"))
                .longValue();
    }

    private Object sql(String statement) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Panache.getEntityManager()
                        .createNativeQuery(statement)
                        .setParameter("id", programme.id)
                        .getSingleResult());
    }
}
