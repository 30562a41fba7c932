package dev.lectern.chassis.web;

import io.vertx.core.http.HttpHeaders;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** All that the answer to a read of an agenda depends on. */
public record Question(String path, List<String> types, List<String> encodings, List<String> languages) {

    private static final int LONGEST = 1_000;
    private static final String FOLDER = "/agenda/";

    /**
     * The one that a request asks; empty for one with a query, of which there may be any number, and for one with a
     * condition that reads do not have.
     *
     * @param headers gives the values of a header
     */
    public static Optional<Question> of(String method, String uri, Function<CharSequence, List<String>> headers) {
        return isRead(method)
                        && uri.indexOf('?') < 0
                        && headers.apply(HttpHeaders.IF_MATCH).isEmpty()
                ? Optional.of(new Question(
                        uri,
                        headers.apply(HttpHeaders.ACCEPT),
                        headers.apply(HttpHeaders.ACCEPT_ENCODING),
                        headers.apply(HttpHeaders.ACCEPT_LANGUAGE)))
                : Optional.empty();
    }

    private static boolean isRead(String method) {
        return method.equals("GET") || method.equals("HEAD");
    }

    /** That of the agenda; empty where its path is another. */
    public String slug() {
        return slug(path);
    }

    /** {@code /agenda/physics.ics} → {@code physics}; empty for any other path */
    public static String slug(String path) {
        if (!path.startsWith(FOLDER)) {
            return "";
        }
        var end = FOLDER.length();
        while (end < path.length() && path.charAt(end) != '/' && path.charAt(end) != '.') {
            end++;
        }
        return path.substring(FOLDER.length(), end);
    }

    /** Whether it is short enough to be kept. */
    public boolean isShort() {
        return path.length()
                        + Stream.of(types, encodings, languages)
                                .flatMap(List::stream)
                                .mapToInt(String::length)
                                .sum()
                <= LONGEST;
    }
}
