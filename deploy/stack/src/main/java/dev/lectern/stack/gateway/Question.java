package dev.lectern.stack.gateway;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** All that the answer to a read of an agenda depends on. */
record Question(String path, List<String> types, List<String> encodings, List<String> languages) {

    private static final int LONGEST = 1_000;
    private static final String FOLDER = "/agenda/";

    /** No slug begins with a hyphen: what pages load is below {@code /agenda/-/}. */
    private static final Pattern OF_ONE_AGENDA = Pattern.compile(FOLDER + "[a-z0-9][a-z0-9-]*(?:[./][\\w.~%/-]*)?");

    /** In such a path the service may see another agenda than the one that it seems to name. */
    private static final Pattern AMBIGUOUS = Pattern.compile("/[./]|%2e|%2f|%5c", Pattern.CASE_INSENSITIVE);

    /** With any of these a request is about more than a reading of public bytes, or about less than all of them. */
    private static final List<CharSequence> OTHER_WAYS = List.of(
            HttpHeaders.AUTHORIZATION,
            HttpHeaders.COOKIE,
            HttpHeaders.createOptimized("Range"),
            HttpHeaders.IF_MATCH,
            HttpHeaders.TRANSFER_ENCODING);

    /** The one that a request asks; empty where it may ask for more. One with a query is one of any number. */
    static Optional<Question> of(HttpServerRequest request) {
        var headers = request.headers();
        if (!isRead(request.method()) || request.query() != null || goesAnotherWay(headers)) {
            return Optional.empty();
        }
        return Optional.of(new Question(
                request.path(),
                headers.getAll(HttpHeaders.ACCEPT),
                headers.getAll(HttpHeaders.ACCEPT_ENCODING),
                headers.getAll(HttpHeaders.ACCEPT_LANGUAGE)));
    }

    private static boolean goesAnotherWay(MultiMap headers) {
        for (var header : OTHER_WAYS) {
            if (headers.contains(header)) {
                return true;
            }
        }
        var length = headers.get(HttpHeaders.CONTENT_LENGTH);
        return length != null && !length.equals("0");
    }

    private static boolean isRead(HttpMethod method) {
        return method.equals(HttpMethod.GET) || method.equals(HttpMethod.HEAD);
    }

    /** {@code /agenda/physics.ics} → {@code physics}; empty for any other path */
    static String slug(String path) {
        if (!path.startsWith(FOLDER)) {
            return "";
        }
        var end = FOLDER.length();
        while (end < path.length() && path.charAt(end) != '/' && path.charAt(end) != '.') {
            end++;
        }
        return path.substring(FOLDER.length(), end);
    }

    String slug() {
        return slug(path);
    }

    /** Whether its answer may be held: it is of the agenda that its path names, and short. */
    boolean isAboutOneAgenda() {
        return OF_ONE_AGENDA.matcher(path).matches() && !AMBIGUOUS.matcher(path).find() && length() <= LONGEST;
    }

    private int length() {
        return path.length()
                + Stream.of(types, encodings, languages)
                        .flatMap(List::stream)
                        .mapToInt(String::length)
                        .sum();
    }

    /** A request that asks the same. */
    RequestOptions asRequest() {
        var options = new RequestOptions().setMethod(HttpMethod.GET).setURI(path);
        types.forEach(value -> options.addHeader(HttpHeaders.ACCEPT, value));
        encodings.forEach(value -> options.addHeader(HttpHeaders.ACCEPT_ENCODING, value));
        languages.forEach(value -> options.addHeader(HttpHeaders.ACCEPT_LANGUAGE, value));
        return options;
    }
}
