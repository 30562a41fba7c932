package dev.lectern.notification.briefing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import dev.lectern.chassis.testing.BackingServices;
import dev.lectern.notification.briefing.Programme.Reader;
import dev.lectern.notification.briefing.Programme.Talk;
import dev.lectern.notification.link.PresenterLinks;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** On their page presenters choose their language and their address. */
@QuarkusTest
@TestProfile(WithoutDelivery.class)
@QuarkusTestResource(BackingServices.class)
class PresenterChoiceTest {

    private static final Pattern CONFIRMATION = Pattern.compile("/presenter/address/[A-Za-z0-9_-]{32}");

    @Inject
    PresenterLinks links;

    private final ExecutorService eachOnItsOwn = Executors.newCachedThreadPool();

    private Programme programme;
    private Reader ada;
    private Talk loom;
    private String page;

    @BeforeEach
    void aTalkThatIsTold() {
        programme = Programme.impatientConference();
        ada = programme.presenter("Ada L.", "ada@uni.example");
        loom = programme.talk(3, "Loom", ada);
        programme.place(loom, "Auditorium", "2037-03-02T10:00", 30);
        programme.deliverAll();
        page = URI.create(QuarkusTransaction.requiringNew()
                        .call(() -> links.urls(programme.id, List.of(ada.id())).get(ada.id())))
                .getPath();
    }

    @Test
    void theLanguageOfPageAndMailsIsTheirs() {
        post("/language", "language", "de").statusCode(303).header("Location", endsWith("?said=SAVED"));
        page().body(containsString("lang=\"de\""), containsString("Das passt mir nicht"));
        programme.place(loom, "Blue room", "2037-03-02T10:00", 30);
        programme.deliverAll();
        assertThat(programme.notices().getString("items[0].subject")).startsWith("Ihr Vortrag");
        post("/language", "language", "tlh").statusCode(400);
    }

    @Test
    void anotherLanguageOfTheCatalogIsTheNewerWord() {
        post("/language", "language", "de");
        programme.isNamed(ada);
        programme.untilQuiet();
        page().body(containsString("lang=\"de\""));
        programme.speaks(ada, "fr");
        programme.untilQuiet();
        page().body(containsString("lang=\"fr\""));
    }

    @Test
    void aNewAddressHoldsOnceItIsConfirmedFromThere() {
        // When it is asked for
        post("/address", "address", "ada@home.example").statusCode(303).header("Location", endsWith("?said=SENT"));
        // Then both addresses hear of it, and only the new one can confirm it
        assertThat(mailsAboutAddresses()).containsExactlyInAnyOrder("ada@home.example", "ada@uni.example");
        assertThat(mail("ada@uni.example")).contains("ada@home.example").doesNotContainPattern(CONFIRMATION);
        assertThat(mail("ada@home.example")).doesNotContain(page);
        page().body(containsString("ada@home.example"));
        programme.deliverAll();
        assertThat(addressOfNextMail("Blue room")).isEqualTo("ada@uni.example");
        // When it is looked at
        var link = confirmation();
        given().get(link).then().statusCode(200).body(containsString("Confirm this address"));
        assertThat(addressOfNextMail("Attic")).isEqualTo("ada@uni.example");
        // When it is confirmed
        given().post(link).then().statusCode(200).body(containsString("From now on"));
        // Then the present state is told there, and so is all that follows
        programme.untilQuiet();
        assertThat(newestMail()).isEqualTo("SCHEDULED to ada@home.example");
        programme.deliverAll();
        assertThat(addressOfNextMail("Cellar")).isEqualTo("ada@home.example");
        // When the link is followed once more
        given().get(link).then().statusCode(200).body(containsString("was confirmed already"));
        given().post(link).then().statusCode(200).body(containsString("was confirmed already"));
        // Then nothing follows, and a wrong one tells nothing
        programme.untilQuiet();
        assertThat(programme.get("/notices?state=DUE").getList("items")).hasSize(1);
        given().get(link.substring(0, link.length() - 1) + "!").then().statusCode(404);
        page().body(not(containsString("once you have followed the link")));
    }

    @Test
    void whereThereWasNoAddressOnlyTheNewOneIsWrittenTo() {
        programme.isReachedAt(ada, null);
        programme.untilQuiet();
        post("/address", "address", "ada@home.example")
                .statusCode(303)
                .header("Location", endsWith("?said=SENT_THERE"));
        assertThat(mailsAboutAddresses()).containsExactly("ada@home.example");
        given().get(page + "?said=SENT_THERE").then().body(containsString("We have written to that address."));
    }

    @Test
    void anotherAddressOfTheCatalogIsTheNewerWord() {
        confirm("ada@home.example");
        programme.isNamed(ada);
        programme.repeatAddress(ada);
        programme.untilQuiet();
        assertThat(addressOfNextMail("Blue room")).isEqualTo("ada@home.example");
        programme.isReachedAt(ada, "ada@new.example");
        programme.deliverAll();
        assertThat(addressOfNextMail("Attic")).isEqualTo("ada@new.example");
    }

    @Test
    void whatIsNoOtherAddressIsNotAskedFor() {
        for (var address : List.of("", "nobody", "ada@uni.example", "a@b.example, c@d.example", "Ada <a@b.example>")) {
            post("/address", "address", address)
                    .statusCode(422)
                    .body(containsString("That is no other e-mail address"))
                    .body(containsString(
                            "value=\"" + address.replace("<", "&lt;").replace(">", "&gt;") + "\""));
        }
        post("/address", "address", "a@b.example\r\nBcc: c@d.example").statusCode(422);
        assertThat(mailsAboutAddresses()).isEmpty();
    }

    @Test
    void nobodyHasStrangersMailedWithoutEnd() {
        for (var one = 1; one <= 3; one++) {
            post("/address", "address", "stranger-" + one + "@home.example").header("Location", endsWith("?said=SENT"));
        }
        post("/address", "address", "stranger-4@home.example")
                .statusCode(422)
                .body(containsString("Please try again tomorrow"))
                .body(containsString("value=\"stranger-4@home.example\""));
        assertThat(mailsAboutAddresses()).hasSize(6);
    }

    @Test
    void norManyAtOnce() {
        IntStream.range(0, 12)
                .mapToObj(one -> CompletableFuture.runAsync(
                        () -> post("/address", "address", "stranger-" + one + "@home.example"), eachOnItsOwn))
                .toList()
                .forEach(CompletableFuture::join);
        assertThat(mailsAboutAddresses()).hasSize(6);
    }

    @Test
    void aWrongNewAddressIsNoneOfThePresenters() {
        post("/address", "address", "adda@home.example");
        programme.each((outcomes, notice) -> {
            if (notice.message().toAddress().equals("adda@home.example")) {
                outcomes.addressRefused(notice, "550 5.1.1 nobody here");
            }
        });
        assertThat(badAddresses()).isZero();
        assertThat(programme.state(ada)).isEqualTo("TOLD");
    }

    private long badAddresses() {
        return QuarkusTransaction.requiringNew().call(() -> (Long) Panache.getEntityManager()
                .createNativeQuery("select count(*) from bad_address where conference_id = :id", Long.class)
                .setParameter("id", programme.id)
                .getSingleResult());
    }

    @Test
    void theLatestWishHolds() {
        post("/address", "address", "first@home.example");
        var first = confirmation();
        post("/address", "address", "second@home.example");
        given().post(first).then().statusCode(404);
    }

    /** As whoever erases or merges them does: else one would wait for the other in a circle. */
    @Test
    void whatTheyAreInIsLockedBeforeAnAddressIsConfirmed() {
        post("/address", "address", "ada@home.example");
        programme.untilQuiet();
        var link = confirmation();
        var confirmed = QuarkusTransaction.requiringNew().call(() -> {
            touchLoom();
            var answer = CompletableFuture.supplyAsync(() -> given().post(link).statusCode(), eachOnItsOwn);
            await().until(this::isSomebodyWaitingForATouch);
            assertThatCode(this::lockChangeAtOnce).doesNotThrowAnyException();
            return answer;
        });
        assertThat(confirmed.join()).isEqualTo(200);
    }

    private void touchLoom() {
        Panache.getEntityManager()
                .createNativeQuery("""
                        insert into touch (appearance_id, conference_id, first_at, last_at, due_at, in_company, hold)
                        values (:loom, :conference, now(), now(), now(), false, false)""")
                .setParameter("loom", loom.id)
                .setParameter("conference", programme.id)
                .executeUpdate();
    }

    private boolean isSomebodyWaitingForATouch() {
        return QuarkusTransaction.requiringNew().call(() -> (Boolean)
                Panache.getEntityManager().createNativeQuery("""
                        select exists (select from pg_stat_activity
                            where wait_event_type = 'Lock' and query like '%insert into touch%')""", Boolean.class).getSingleResult());
    }

    private void lockChangeAtOnce() {
        Panache.getEntityManager()
                .createNativeQuery("select secret from address_change where presenter_id = :id for update nowait")
                .setParameter("id", ada.id())
                .getResultList();
    }

    @Test
    void nothingIsLeftOfTheChoicesOfWhoIsErased() {
        confirm("ada@home.example");
        post("/language", "language", "de");
        post("/address", "address", "ada@third.example");
        var link = confirmation();
        programme.isErased(ada);
        programme.untilQuiet();
        given().get(link).then().statusCode(404);
        assertThat(left()).isZero();
    }

    @Test
    void whoIsMergedLeavesNoChoice() {
        var other = programme.presenter("Ada Lovelace", "lovelace@uni.example");
        confirm("ada@home.example");
        post("/address", "address", "ada@third.example");
        programme.isMerged(ada, other);
        programme.untilQuiet();
        assertThat(left()).isZero();
    }

    @Test
    void aWrongLinkLooksLikeAnyOther() {
        var wrong = "/presenter/" + "x".repeat(32);
        given().formParam("language", "de").post(wrong + "/language").then().statusCode(404);
        given().formParam("address", "a@b.example")
                .post(wrong + "/address")
                .then()
                .statusCode(404);
        given().get("/presenter/address/" + "x".repeat(32))
                .then()
                .statusCode(404)
                .body(not(containsString("Ada")));
    }

    private void confirm(String address) {
        post("/address", "address", address);
        var link = confirmation();
        programme.deliverAll();
        given().post(link).then().statusCode(200);
        programme.deliverAll();
    }

    private long left() {
        return QuarkusTransaction.requiringNew().call(() -> (Long) Panache.getEntityManager()
                .createNativeQuery("""
                        select (select count(*) from address where id = :id and own_email is not null)
                            + (select count(*) from presenter where id = :id and own_locale is not null)
                            + (select count(*) from address_change where presenter_id = :id)""", Long.class)
                .setParameter("id", ada.id())
                .getSingleResult());
    }

    private ValidatableResponse page() {
        return given().get(page).then().statusCode(200);
    }

    private ValidatableResponse post(String form, String name, String value) {
        return given().redirects()
                .follow(false)
                .formParam(name, value)
                .post(page + form)
                .then();
    }

    /** To whom the next move is told. */
    private String addressOfNextMail(String room) {
        programme.place(loom, room, "2037-03-02T10:00", 30);
        programme.untilQuiet();
        return newestMail().replaceFirst(".* to ", "");
    }

    private String newestMail() {
        var newest = programme.get(
                "/notices/" + programme.notices().getString("items.find { it.kind != 'ADDRESS_CHANGE' }.id"));
        return newest.getString("kind") + " to " + newest.getString("to");
    }

    private List<String> mailsAboutAddresses() {
        List<String> ids = programme.notices().getList("items.findAll { it.kind == 'ADDRESS_CHANGE' }.id");
        return ids.stream()
                .map(id -> programme.get("/notices/" + id).getString("to"))
                .toList();
    }

    /** The newest one to that address. */
    private String mail(String to) {
        List<String> ids = programme.notices().getList("items.findAll { it.kind == 'ADDRESS_CHANGE' }.id");
        var id = ids.stream()
                .filter(one -> programme.get("/notices/" + one).getString("to").equals(to))
                .findFirst()
                .orElseThrow();
        return text(id);
    }

    private String text(String notice) {
        return programme
                .asOrganiser()
                .get("/notification/conferences/" + programme.slug + "/notices/" + notice + "/message")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .replace("=\r\n", "");
    }

    /** Of the newest mail that has one. */
    private String confirmation() {
        List<String> ids = programme.notices().getList("items.findAll { it.kind == 'ADDRESS_CHANGE' }.id");
        for (var id : ids) {
            var link = CONFIRMATION.matcher(text(id));
            if (link.find()) {
                return link.group();
            }
        }
        throw new AssertionError("no mail has a link that confirms an address");
    }
}
