package dev.lectern.e2e;

import static io.restassured.RestAssured.given;

import dev.lectern.e2e.Evidence.State;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** S10 and S11: who learns what. Each returns what contradicts it. */
final class PrivacyInvariants {

    private static final Pattern ADDRESS = Pattern.compile("[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+[A-Za-z0-9]");
    private static final List<String> PRIVATE =
            List.of("/catalog/conferences/%s", "/schedule/conferences/%s", "/notification/conferences/%s/notices");
    private static final int NOT_FOUND = 404;

    private final Evidence evidence;
    private final String stranger;

    PrivacyInvariants(Evidence evidence, Path data) {
        this.evidence = evidence;
        stranger = new Tokens(data).of("eve@conf.example", "organiser");
    }

    List<String> noAddressGetsOut(List<String> agendas) {
        var presenters = addresses(Topics.ADDRESS, "email");
        var organisers = addresses(Topics.CONFERENCE, "organisers");
        var all = new HashSet<>(presenters);
        all.addAll(organisers);
        var found = new ArrayList<String>();
        Topics.ALL.forEach(topic -> evidence.states(topic).stream()
                .map(State::text)
                .filter(names(
                        topic.equals(Topics.ADDRESS)
                                ? without(organisers, presenters)
                                : topic.equals(Topics.CONFERENCE) ? without(presenters, organisers) : all))
                .findAny()
                .ifPresent(state -> found.add("S10 an address is in " + topic)));
        places(agendas)
                .filter(place -> place.texts().anyMatch(names(all)))
                .forEach(place -> found.add("S10 an address is in " + place.name()));
        return found;
    }

    private record Place(String name, Stream<String> texts) {}

    private Stream<Place> places(List<String> slugs) {
        var agendas = slugs.stream()
                .flatMap(slug -> Stream.of("", ".ics").map(form -> "/agenda/" + slug + form))
                .map(path -> new Place(path, Stream.of(get(evidence.gateway() + path, "*/*"))));
        var pages = slugs.stream()
                .map(slug -> "/agenda/" + slug)
                .map(path -> new Place(path + " as a page", Stream.of(get(evidence.gateway() + path, "text/html"))));
        var metrics = evidence.status()
                .get("services")
                .valueStream()
                .map(service -> service.get("management").asText() + "/q/metrics")
                .map(url -> new Place(url, Stream.of(get(url, "*/*"))));
        return Stream.of(agendas, pages, metrics, logs()).flatMap(places -> places);
    }

    private Stream<Place> logs() {
        try (var files = Files.list(evidence.logs())) {
            return files.map(file -> new Place(file.toString(), read(file))).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> read(Path log) {
        try {
            return Stream.of(Files.readString(log, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String get(String url, String form) {
        return given().accept(form).get(url).then().extract().asString();
    }

    private static Predicate<String> names(Set<String> addresses) {
        return text -> ADDRESS.matcher(text)
                .results()
                .anyMatch(match -> addresses.contains(match.group().toLowerCase(Locale.ROOT)));
    }

    private static Set<String> without(Set<String> some, Set<String> others) {
        var rest = new HashSet<>(some);
        rest.removeAll(others);
        return rest;
    }

    private Set<String> addresses(String topic, String member) {
        var found = new HashSet<String>();
        evidence.states(topic)
                .forEach(state -> ADDRESS.matcher(state.value().path(member).toString())
                        .results()
                        .forEach(match -> found.add(match.group().toLowerCase(Locale.ROOT))));
        return found;
    }

    /**
     * What is another's looks as if it were not there. A sample, for a 404 takes the two seconds in which a membership
     * may still arrive.
     */
    List<String> aStrangerFindsNothing() {
        var slugs = evidence.rows("catalog", "select slug from conference order by random() limit 5");
        var pool = Executors.newFixedThreadPool(slugs.size() * PRIVATE.size() + 1);
        var answers = slugs.stream()
                .flatMap(row -> PRIVATE.stream().map(path -> evidence.gateway() + path.formatted(row.get(0))))
                .map(url -> CompletableFuture.supplyAsync(() -> strangers(url), pool))
                .toList();
        var found = answers.stream().flatMap(answer -> answer.join().stream()).toList();
        pool.shutdown();
        return found;
    }

    private List<String> strangers(String url) {
        return given().auth().oauth2(stranger).get(url).statusCode() == NOT_FOUND
                ? List.of()
                : List.of("S11 a stranger may read " + url);
    }
}
