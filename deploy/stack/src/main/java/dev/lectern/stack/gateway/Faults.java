package dev.lectern.stack.gateway;

import dev.lectern.stack.web.Problem;
import io.netty.handler.codec.http.HttpRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/** What is wrong with a request that could be read as one, and would be read by others as something else. */
final class Faults {

    /** As in the services. */
    private static final int LONGEST_PART = 1_000;

    private static final Pattern HOST =
            Pattern.compile("(?:\\[[0-9A-Fa-f:.]{2,45}]|[A-Za-z0-9._~%!$&'()*+,;=-]{1,255})(?::[0-9]{0,5})?");

    /** The one that most requests name, so that it is looked at once. */
    private static volatile String usualHost = "";

    private Faults() {}

    /** After one that ends the connection nothing can be told of what follows. */
    record Fault(Problem problem, boolean endsConnection) {

        void answer(HttpServerRequest request) {
            if (endsConnection) {
                Limits.refuse(request, problem);
            } else {
                problem.send(request.response());
            }
        }
    }

    static Optional<Fault> in(HttpServerRequest request) {
        var isLatest = request.version() == HttpVersion.HTTP_1_1;
        return in(isLatest, request.headers()::getAll, request.path());
    }

    static Optional<Fault> in(HttpRequest request) {
        var isLatest = request.protocolVersion().equals(io.netty.handler.codec.http.HttpVersion.HTTP_1_1);
        return in(isLatest, request.headers()::getAll, request.uri());
    }

    private static Optional<Fault> in(boolean isLatest, Function<CharSequence, List<String>> headers, String path) {
        var hosts = headers.apply(HttpHeaders.HOST);
        if (hosts.size() > 1 || (hosts.isEmpty() && isLatest)) {
            return invalid("A request has one Host, and not " + hosts.size());
        }
        if (!hosts.isEmpty() && !isHost(hosts.get(0))) {
            return invalid("The Host is not a name or an address, with or without a port");
        }
        var codings = headers.apply(HttpHeaders.TRANSFER_ENCODING);
        if (codings.size() > 1
                || codings.stream().anyMatch(coding -> !coding.strip().equalsIgnoreCase("chunked"))) {
            return Optional.of(new Fault(
                    new Problem(501, "not-implemented", "This is not understood", "The one transfer coding is chunked"),
                    true));
        }
        return isBounded(path)
                ? Optional.empty()
                : Optional.of(new Fault(
                        new Problem(
                                414,
                                "uri-too-long",
                                "The path is too long",
                                "A part has at most " + LONGEST_PART + " bytes"),
                        false));
    }

    private static boolean isHost(String host) {
        var isUsual = host.equals(usualHost);
        var isValid = isUsual || HOST.matcher(host).matches();
        if (isValid && !isUsual) {
            usualHost = host;
        }
        return isValid;
    }

    private static Optional<Fault> invalid(String detail) {
        return Optional.of(new Fault(new Problem(400, "invalid-request", "The request is not valid", detail), true));
    }

    private static boolean isBounded(String path) {
        var start = 0;
        for (var slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', start)) {
            if (slash - start > LONGEST_PART) {
                return false;
            }
            start = slash + 1;
        }
        return path.length() - start <= LONGEST_PART;
    }
}
