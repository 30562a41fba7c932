package dev.lectern.formats;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What is where in a JSON file, as far as it can be read: by that the formats differ, and not by words that a text in
 * them may have.
 */
final class JsonShape {

    private static final int DEEPEST = 50;
    private static final int DEEPEST_OF_INTEREST = 7;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    /**
     * For each format the places that a file of it has, from the outermost on, as patterns of JSON pointers; "#" is any
     * number.
     */
    private static final List<Kind> KINDS = List.of(
            Kind.of(Format.INDICO_JSON, "/results", "/results/#", "/results/#(/sessions/#)?/contributions"),
            Kind.of(Format.FRAB_JSON, "(/schedule)?/conference", "(/schedule)?/conference/days"),
            Kind.of(Format.SESSIONIZE_JSON, "/sessions", "/(speakers|rooms|categories|questions)"),
            Kind.of(Format.SESSIONIZE_JSON, "/#/sessions", "/#/groupName"),
            Kind.of(Format.SESSIONIZE_JSON, "/#/rooms", "/#/rooms/#/sessions"),
            Kind.of(
                    Format.PRETALX_JSON,
                    "/(results|talks|submissions)",
                    "/(results|talks|submissions)/#",
                    "/(results|talks|submissions)/#/(code|submission_type|content_locale|speakers|slots?)"),
            Kind.of(
                    Format.PRETALX_JSON,
                    "/[a-z]+/[0-9]{4}-[0-9]{2}-[0-9]{2}",
                    "/[a-z]+/[0-9]{4}-[0-9]{2}-[0-9]{2}/#/#"));

    private record Kind(Format format, List<String> names, List<Pattern> places) {

        static Kind of(Format format, String... places) {
            return new Kind(
                    format,
                    List.of(places),
                    Stream.of(places)
                            .map(place -> Pattern.compile(place.replace("#", "[0-9]+")))
                            .toList());
        }
    }

    private int brokenIn;
    private final Set<Pattern> found = new HashSet<>();

    private JsonShape() {}

    static JsonShape of(String text) {
        var shape = new JsonShape();
        try (var json = JSON.createParser(text)) {
            shape.read(json);
        } catch (JsonProcessingException e) {
            // What there is up to here has a shape too.
            shape.brokenIn =
                    e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getLineNr());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return shape;
    }

    private void read(JsonParser json) throws IOException {
        for (var token = json.nextToken(); token != null; token = json.nextToken()) {
            var context = json.getParsingContext();
            if (context.getNestingDepth() > DEEPEST_OF_INTEREST + 1) {
                continue;
            }
            if (token == JsonToken.FIELD_NAME) {
                find(JsonPlace.of(context));
            } else if (token == JsonToken.START_OBJECT) {
                find(JsonPlace.of(context.getParent()));
            }
        }
    }

    private void find(String place) {
        for (var kind : KINDS) {
            for (var pattern : kind.places) {
                if (!found.contains(pattern) && pattern.matcher(place).matches()) {
                    found.add(pattern);
                }
            }
        }
    }

    /** The line from which on it is no JSON, from 1; 0 where all is. */
    int brokenIn() {
        return brokenIn;
    }

    /** The first format that has all its places. */
    Optional<Format> format() {
        return KINDS.stream()
                .filter(kind -> found.containsAll(kind.places))
                .findFirst()
                .map(kind -> kind.format);
    }

    /** The format that it is nearest to, and what is missing; empty if it has nothing of any. */
    Optional<String> nearest() {
        return KINDS.stream()
                .filter(kind -> found(kind) > 0)
                .max(Comparator.comparingLong(this::found))
                .map(kind -> kind.format + ", but there is no " + missingOf(kind));
    }

    private long found(Kind kind) {
        return kind.places.stream().filter(found::contains).count();
    }

    private String missingOf(Kind kind) {
        for (var i = 0; i < kind.places.size(); i++) {
            if (!found.contains(kind.places.get(i))) {
                return kind.names.get(i);
            }
        }
        return "";
    }
}
