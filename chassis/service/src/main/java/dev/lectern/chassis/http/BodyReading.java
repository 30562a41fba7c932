package dev.lectern.chassis.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ResourceInfo;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/**
 * Reads every body whole before a worker thread has anything to do with the request, so that a slow client holds its
 * own connection and nothing else. A body has a limit in bytes and in time, and all bodies together have one in bytes.
 */
@ApplicationScoped
public class BodyReading implements Upload.Room {

    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD");

    private final RequestBody current;
    private final Vertx vertx;
    private final Duration timeout;
    private final long room;
    private final AtomicLong held = new AtomicLong();
    private final Map<Method, Long> limits = new ConcurrentHashMap<>();

    BodyReading(
            RequestBody current,
            Vertx vertx,
            @ConfigProperty(name = "lectern.http.body-timeout") Duration timeout,
            @ConfigProperty(name = "lectern.http.bodies-in-memory") MemorySize room) {
        this.current = current;
        this.vertx = vertx;
        this.timeout = timeout;
        this.room = room.asLongValue();
    }

    /** Runs on the event loop, after the checks that need no body. */
    @ServerRequestFilter(nonBlocking = true, priority = 300)
    public Uni<Void> read(
            ResteasyReactiveContainerRequestContext context, ResourceInfo resource, RoutingContext routing) {
        if (WITHOUT_BODY.contains(context.getMethod())) {
            return null;
        }
        var request = (ResteasyReactiveRequestContext) context.getServerRequestContext();
        var limit = limits.computeIfAbsent(resource.getResourceMethod(), BodyReading::limit);
        var upload = new Upload(routing, limit, this);
        request.registerCompletionCallback(done -> upload.forget());
        return upload.receive(request.serverRequest(), vertx, timeout)
                .invoke(body -> {
                    current.is(body);
                    context.setEntityStream(new ByteArrayInputStream(body));
                })
                .replaceWithVoid();
    }

    @Override
    public boolean take(long bytes) {
        if (held.addAndGet(bytes) <= room) {
            return true;
        }
        held.addAndGet(-bytes);
        return false;
    }

    @Override
    public void giveBack(long bytes) {
        held.addAndGet(-bytes);
    }

    private static long limit(Method method) {
        return Arrays.stream(method.getParameters())
                .map(BodyReading::limit)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(MaxBytes.DEFAULT);
    }

    private static Long limit(Parameter parameter) {
        var limit = parameter.getAnnotation(MaxBytes.class);
        return limit == null ? null : limit.value();
    }
}
