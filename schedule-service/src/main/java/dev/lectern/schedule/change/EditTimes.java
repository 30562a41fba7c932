package dev.lectern.schedule.change;

import dev.lectern.chassis.turn.TakesLong;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response.Status.Family;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * How long those wait who edit a schedule: for their turn, for the lock and for the commit. Imports, which take as long
 * as their files are, do not count, and dry runs neither.
 */
@ApplicationScoped
public class EditTimes {

    private static final String SCHEDULES = "/schedule/conferences/";
    private static final String BEGIN = EditTimes.class.getName();

    /** A person sees no delay up to the first, and waits for nothing else from the last on. */
    private static final Duration[] STEPS = {
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2500)
    };

    /** REFUSED is what callers can do something about, FAILED what operators can. */
    private enum Outcome {
        DONE,
        REFUSED,
        FAILED;

        static Outcome of(Family status) {
            return switch (status) {
                case SERVER_ERROR -> FAILED;
                case CLIENT_ERROR -> REFUSED;
                default -> DONE;
            };
        }
    }

    private final MeterRegistry metrics;

    EditTimes(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    /** Before the request waits for its turn. */
    @ServerRequestFilter(priority = Priorities.USER)
    public void begin(ContainerRequestContext request, ResourceInfo resource) {
        if (isEdit(request) && !resource.getResourceMethod().isAnnotationPresent(TakesLong.class)) {
            request.setProperty(BEGIN, System.nanoTime());
        }
    }

    private static boolean isEdit(ContainerRequestContext request) {
        return request.getUriInfo().getPath().startsWith(SCHEDULES)
                && !request.getMethod().equals("GET")
                && !"true".equals(request.getUriInfo().getQueryParameters().getFirst("dryRun"));
    }

    @ServerResponseFilter
    public void end(ContainerRequestContext request, ContainerResponseContext response) {
        if (request.getProperty(BEGIN) instanceof Long begin) {
            Timer.builder("lectern.edits")
                    .description("How long edits of schedules took, by how they ended")
                    .tag(
                            "outcome",
                            Outcome.of(response.getStatusInfo().getFamily()).name())
                    .serviceLevelObjectives(STEPS)
                    .register(metrics)
                    .record(System.nanoTime() - begin, TimeUnit.NANOSECONDS);
        }
    }
}
