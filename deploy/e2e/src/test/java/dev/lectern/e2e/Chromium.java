package dev.lectern.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * One browser for all tests, which ends with them; each reader has a context of their own in it. After each test,
 * nothing that a page did may have been an error or have asked another host. Without a browser and the Node.js that
 * steers it, the tests are skipped.
 */
final class Chromium implements BeforeAllCallback, AfterEachCallback {

    private static final int PATIENCE_MILLIS = 20_000;

    /** The console's words on a page that is not there, and on readers without a connection, who are so on purpose. */
    private static final Pattern EXPECTED = Pattern.compile("status of 404|ERR_INTERNET_DISCONNECTED");

    /** Nothing that a browser asks its maker for by itself. */
    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static final List<BrowserContext> READERS = new ArrayList<>();
    private static final List<String> COMPLAINTS = new ArrayList<>();

    private static Browser browser;

    @Override
    public void beforeAll(ExtensionContext context) {
        if (browser == null) {
            browser = launch();
        }
    }

    private static Browser launch() {
        var program = Optional.ofNullable(System.getenv("LECTERN_BROWSER"))
                .map(Path::of)
                .or(() -> onPath("chromium", "chromium-browser", "google-chrome"));
        var node = onPath("node");
        assumeTrue(program.isPresent(), "neither LECTERN_BROWSER nor the PATH has a Chromium to look at pages with");
        assumeTrue(node.isPresent(), "the PATH has no Node.js to steer a browser with");
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        var environment =
                Map.of("PLAYWRIGHT_NODEJS_PATH", node.get().toString(), "PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        return Playwright.create(new Playwright.CreateOptions().setEnv(environment))
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program.get())
                        .setArgs(ARGUMENTS));
    }

    private static Optional<Path> onPath(String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Somebody in Paris, who reads English on a desktop and has not been here before. */
    static BrowserContext reader() {
        return reader(new Browser.NewContextOptions());
    }

    /** Somebody else. */
    static BrowserContext reader(Browser.NewContextOptions options) {
        if (options.timezoneId == null) {
            options.setTimezoneId("Europe/Paris");
        }
        var reader =
                browser.newContext(options.setBaseURL(RunningStack.gateway()).setLocale("en-GB"));
        reader.setDefaultTimeout(PATIENCE_MILLIS);
        reader.onConsoleMessage(Chromium::judge);
        reader.onWebError(error -> COMPLAINTS.add(error.page().url() + ": " + error.error()));
        reader.onRequest(Chromium::judge);
        reader.onResponse(Chromium::judge);
        READERS.add(reader);
        return reader;
    }

    private static void judge(ConsoleMessage message) {
        if (message.type().equals("error") && !EXPECTED.matcher(message.text()).find()) {
            COMPLAINTS.add(message.location() + ": " + message.text());
        }
    }

    /** Nothing is loaded from anywhere but this machine. */
    private static void judge(Request request) {
        if (!request.url().startsWith("http://127.0.0.1:")) {
            COMPLAINTS.add("a request to " + request.url());
        }
    }

    private static void judge(Response response) {
        if (response.status() >= 400 && !isAsked(response)) {
            COMPLAINTS.add(response.status() + " for " + response.url());
        }
    }

    /** Tests look themselves at what they navigate to; the worker of the pages asks for it once more. */
    private static boolean isAsked(Response response) {
        return response.request().isNavigationRequest() || response.url().endsWith(Programme.NOTHING);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        READERS.forEach(BrowserContext::close);
        READERS.clear();
        var complaints = List.copyOf(COMPLAINTS);
        COMPLAINTS.clear();
        assertThat(complaints).as("errors of pages").isEmpty();
    }
}
