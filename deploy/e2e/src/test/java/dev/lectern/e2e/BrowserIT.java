package dev.lectern.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.sun.net.httpserver.HttpServer;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What attendees do with the pages of an agenda. */
@ExtendWith({Chromium.class, RunningStack.class})
class BrowserIT {

    /** The page is the worker's as soon as this returns. */
    private static final String TAKEN_OVER = """
            () => new Promise((resolve, reject) => {
              const worker = navigator.serviceWorker;
              worker.controller ? resolve() : worker.addEventListener('controllerchange', () => resolve());
              setTimeout(() => reject(new Error('no worker took over')), 20_000);
            })""";

    private final Lectern lectern;
    private final Programme programme;

    BrowserIT(Lectern lectern) {
        this.lectern = lectern;
        this.programme = Programme.in(lectern);
    }

    @Test
    void aTalkIsFoundByItsPresentersNameWithoutTheAccents() {
        var page = Chromium.reader().newPage();
        page.navigate(programme.address());

        page.getByRole(AriaRole.SEARCHBOX).fill("eloise angstrom");
        page.getByRole(AriaRole.SEARCHBOX).press("Enter");

        assertThat(page.locator("[data-talk]")).hasCount(2);
        link(page, "Random walks on trees").click();
        assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
                .hasText("Random walks on trees");
        assertThat(link(page, "Éloïse Ångström")).isVisible();
    }

    @Test
    void starsAreThereTheNextTimeAndCanBeShared() {
        var reader = Chromium.reader();
        var page = reader.newPage();
        page.navigate(programme.address());
        star(page, 3).click();
        star(page, 7).click();
        star(page, 9).click();
        page.close();

        var later = reader.newPage();
        later.navigate(programme.address());
        assertThat(later.locator(".star[aria-pressed=true]")).hasCount(3);
        link(later, "My stars (3)").click();

        assertThat(later.locator("[data-talk]")).hasCount(3);
        var friend = Chromium.reader().newPage();
        friend.navigate(later.url());
        assertThat(friend.locator("[data-talk]")).hasCount(3);
        assertThat(friend.locator(".star[aria-pressed=true]")).hasCount(0);
    }

    @Test
    void whoLooksAtAnAgendaHearsThatAStarredTalkMoves() {
        var organiser = Organiser.withConference(lectern);
        organiser.contribution("Bells");
        organiser.contribution("Clocks");
        organiser.room("blue", "Blue room");
        organiser.place(1, "blue", "2027-03-02T10:00").statusCode(200);
        organiser.place(2, "blue", "2027-03-02T11:00").statusCode(200);
        organiser.publish();
        organiser.agenda();
        var page = Chromium.reader().newPage();
        page.waitForResponse(Pattern.compile("/stream$"), () -> page.navigate("/agenda/" + organiser.slug()));
        star(page, 1).click();

        organiser.place(1, "blue", "2027-03-02T14:00").statusCode(200);

        assertThat(page.getByRole(AriaRole.STATUS))
                .containsText("Changes since your last visit: 1. Stars among them: 1.");
        page.getByText("Show them").click();
        assertThat(page.locator(".changes li")).hasCount(1);
        assertThat(page.locator(".changes del")).containsText("10:00");
        assertThat(page.locator(".changes ins")).containsText("14:00");
    }

    @Test
    void aTalkCanBePutIntoACalendar() {
        var page = Chromium.reader().newPage();
        page.navigate(programme.talk(1));

        var download = page.waitForDownload(() -> link(page, "Add to calendar").click());

        var calendar =
                RestAssured.get(download.url()).then().statusCode(200).extract().asString();
        assertThat(Biweekly.parse(calendar).first().getEvents())
                .singleElement()
                .satisfies(event -> assertThat(event.getSummary().getValue()).isEqualTo("Random walks on trees"));
    }

    @Test
    void whatWasReadIsThereWithoutAConnection() {
        var reader = Chromium.reader();
        var page = reader.newPage();
        page.navigate(programme.address());
        page.evaluate(TAKEN_OVER);
        page.navigate(programme.address() + "/days/2027-03-02");
        page.navigate(programme.talk(1));

        reader.setOffline(true);

        assertThat(page.getByRole(AriaRole.STATUS)).containsText("You are offline. This copy is from");
        page.navigate(programme.address() + "/days/2027-03-02");
        assertThat(link(page, "Random walks on trees")).isVisible();
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("You are offline. This copy is from");
        link(page, "Random walks on trees").click();
        assertThat(page.locator(".abstract")).containsText("walker");
        assertThat(page.getByRole(AriaRole.STATUS)).containsText("You are offline. This copy is from");
        reader.setOffline(false);
        assertThat(page.getByRole(AriaRole.STATUS)).isHidden();
    }

    @Test
    void whatRunsIsMarkedOnItsDay() {
        var page = Chromium.reader().newPage();
        page.clock().setFixedTime("2027-03-02T08:30:00Z");
        page.navigate(programme.address());

        assertThat(page.locator("article.running")).hasCount(3);
        var line = page.locator(".line span").boundingBox();
        var talk = page.locator("#talk-1").boundingBox();
        assertThat(line.y + line.height).isBetween(talk.y, talk.y + talk.height);
        assertThat(page.locator(".line")).hasCount(1);

        page.clock().setFixedTime("2027-03-05T08:30:00Z");
        page.reload();
        assertThat(page.locator("article.running")).hasCount(0);
        assertThat(page.locator(".line")).hasCount(0);
    }

    @Test
    void theSignAtADoorShowsWhatRunsAndWhatIsNext() {
        var page = Chromium.reader().newPage();
        page.clock().setFixedTime("2027-03-02T08:30:00Z");
        page.navigate(programme.address() + "/rooms/blue/sign");

        assertThat(page.locator("article.now")).hasCount(1);
        assertThat(page.locator("article.now")).containsText("Random walks on trees");
        assertThat(page.locator("header time")).hasText("09:30");

        page.clock().setFixedTime("2027-03-01T20:00:00Z");
        page.reload();
        assertThat(page.getByText("Nothing more here today.")).isVisible();
    }

    @Test
    void anotherSiteShowsAnAgendaAsHighAsItIs() throws IOException {
        var page = Chromium.reader().newPage();
        var script = "<script src='%s/agenda/-/embed.js' data-agenda='%s' data-track='geometry' async></script>"
                .formatted(RestAssured.baseURI, programme.address().substring("/agenda/".length()));
        var site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext("/", exchange -> {
            var html = ("<!DOCTYPE html><link rel=icon href='data:,'><p>Our conference</p>" + script)
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, html.length);
            exchange.getResponseBody().write(html);
            exchange.close();
        });
        site.start();
        try {
            page.navigate("http://127.0.0.1:" + site.getAddress().getPort());

            var frame = page.frameLocator("iframe");
            assertThat(frame.locator("[data-talk]")).hasCount(6);
            assertThat(frame.locator("footer")).isHidden();
            page.waitForFunction("() => document.querySelector('iframe').clientHeight !== 640");
        } finally {
            site.stop(0);
        }
    }

    @Test
    void timesCanBeThoseOfTheReadersOwnZone() {
        var reader = Chromium.reader(new Browser.NewContextOptions().setTimezoneId("America/New_York"));
        var page = reader.newPage();
        page.navigate(programme.address());
        assertThat(page.locator("#talk-1 p")).containsText("09:00–09:45");

        page.getByText("My time zone").click();

        assertThat(page.locator("#talk-1 p")).containsText("03:00–03:45");
        page.reload();
        assertThat(page.locator("#talk-1 p")).containsText("03:00–03:45");
        page.getByText("My time zone").click();
        assertThat(page.locator("#talk-1 p")).containsText("09:00–09:45");
    }

    @Test
    void searchAndDaysWorkWithoutScripts() {
        var reader = Chromium.reader(new Browser.NewContextOptions().setJavaScriptEnabled(false));
        var page = reader.newPage();
        page.navigate(programme.address() + "/days/2027-03-02");
        assertThat(page.locator("#talk-9")).hasCount(0);

        page.getByRole(AriaRole.NAVIGATION).getByRole(AriaRole.LINK).last().click();

        assertThat(page.locator("#talk-9")).isVisible();
        assertThat(page.locator(".star")).hasCount(0);
        page.getByLabel("Track").selectOption("geometry");
        page.getByText("Show", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("[data-talk]")).hasCount(6);
        assertThat(page.getByLabel("Track")).hasValue("geometry");
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    private static Locator star(Page page, int talk) {
        return page.locator("#talk-" + talk + " .star");
    }
}
