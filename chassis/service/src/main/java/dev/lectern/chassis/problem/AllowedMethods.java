package dev.lectern.chassis.problem;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper.RequestPath;
import org.jboss.resteasy.reactive.server.mapping.URITemplate;

/**
 * Which methods a path has, for the {@code Allow} that a 405 owes (RFC 9110, section 15.5.6): the framework knows and
 * does not tell.
 */
@Singleton
class AllowedMethods {

    private final List<RequestMapper<String>> endpoints;

    AllowedMethods(BeanManager beans) {
        endpoints = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .<Class<?>>map(bean -> bean.getBeanClass())
                .filter(type -> type.isAnnotationPresent(Path.class))
                .distinct()
                .flatMap(AllowedMethods::endpoints)
                .toList();
    }

    /** The value of {@code Allow}. Every path has OPTIONS, and whatever has GET has HEAD. */
    String at(String path) {
        var methods = new TreeSet<>(Set.of(HttpMethod.OPTIONS));
        for (var endpoint : endpoints) {
            var match = endpoint.map(path);
            if (match != null) {
                methods.add(match.value);
            }
        }
        if (methods.contains(HttpMethod.GET)) {
            methods.add(HttpMethod.HEAD);
        }
        return String.join(", ", methods);
    }

    private static Stream<RequestMapper<String>> endpoints(Class<?> resource) {
        return Arrays.stream(resource.getDeclaredMethods())
                .flatMap(method -> Arrays.stream(method.getAnnotations())
                        .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                        .filter(Objects::nonNull)
                        .map(http -> endpoint(template(resource, method), http.value())));
    }

    private static RequestMapper<String> endpoint(String template, String method) {
        var path = new RequestPath<>(false, new URITemplate(template, false), method);
        return new RequestMapper<>(new ArrayList<>(List.of(path)));
    }

    private static String template(Class<?> resource, Method method) {
        var below = method.getAnnotation(Path.class);
        return resource.getAnnotation(Path.class).value() + (below == null ? "" : "/" + below.value());
    }
}
