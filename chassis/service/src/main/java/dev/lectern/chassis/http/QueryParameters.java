package dev.lectern.chassis.http;

import dev.lectern.chassis.problem.Fault;
import dev.lectern.chassis.problem.Refused;
import dev.lectern.chassis.problem.Suggestion;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Checks every query parameter against the endpoint's own: an unknown, doubled or unreadable one is a 400 that names
 * it. An ignored {@code dryRun=yes} would do it for real.
 */
@ApplicationScoped
public class QueryParameters {

    /** Enough for the longest there is, a comment. */
    private static final int LONGEST = 1000;

    private final Map<Method, Map<String, Class<?>>> known = new ConcurrentHashMap<>();

    /** Runs on the event loop, before the body is read and before any filter of a service. */
    @ServerRequestFilter(nonBlocking = true, priority = 200)
    public void check(ResourceInfo resource, UriInfo uri) {
        if (uri.getPathParameters().values().stream().flatMap(List::stream).anyMatch(text -> !Text.isStorable(text))) {
            throw Refused.notFound();
        }
        var parameters = known.computeIfAbsent(resource.getResourceMethod(), QueryParameters::declared);
        var isLenient = resource.getResourceClass().isAnnotationPresent(LenientQuery.class);
        var faults = uri.getQueryParameters().entrySet().stream()
                .filter(given -> !isLenient || parameters.containsKey(given.getKey()))
                .flatMap(given -> fault(given.getKey(), given.getValue(), parameters).stream())
                .toList();
        if (!faults.isEmpty()) {
            throw Refused.invalid(faults);
        }
    }

    private static Map<String, Class<?>> declared(Method method) {
        return Arrays.stream(method.getParameters())
                .filter(parameter -> parameter.isAnnotationPresent(RestQuery.class))
                .collect(Collectors.toMap(QueryParameters::name, Parameter::getType, (a, b) -> a));
    }

    private static String name(Parameter parameter) {
        var name = parameter.getAnnotation(RestQuery.class).value();
        return name.isEmpty() ? parameter.getName() : name;
    }

    private static Optional<Fault> fault(String name, List<String> values, Map<String, Class<?>> known) {
        if (!known.containsKey(name)) {
            return Optional.of(Fault.inParameter(name, Suggestion.instead("parameter", name, known.keySet())));
        }
        if (values.size() > 1) {
            return Optional.of(Fault.inParameter(name, "This parameter is given twice"));
        }
        return unreadable(known.get(name), values.get(0)).map(detail -> Fault.inParameter(name, detail));
    }

    private static Optional<String> unreadable(Class<?> type, String value) {
        if (value.length() > LONGEST) {
            return Optional.of("At most " + LONGEST + " characters");
        }
        if (!Text.isStorable(value)) {
            return Optional.of(Text.NOT_STORABLE);
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true".equals(value) || "false".equals(value)
                    ? Optional.empty()
                    : Optional.of("true or false is needed here");
        }
        if (type == Integer.class || type == int.class) {
            return readable(value, Integer::valueOf) ? Optional.empty() : Optional.of("A whole number is needed here");
        }
        if (type == Long.class) {
            return readable(value, Long::valueOf) ? Optional.empty() : Optional.of("A whole number is needed here");
        }
        if (type == UUID.class) {
            return readable(value, UUID::fromString) ? Optional.empty() : Optional.of("A UUID is needed here");
        }
        return Optional.empty();
    }

    private static boolean readable(String value, Function<String, ?> read) {
        try {
            return read.apply(value) != null;
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }
}
