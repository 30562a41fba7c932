package dev.lectern.chassis.turn;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/**
 * Lets requests about one conference take turns in each process: one that changes something, which would wait for the
 * conference's lock with a connection in hand, and a few that read. So however many ask about one, there are
 * connections for the others.
 */
@ApplicationScoped
public class Turns {

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    private final CurrentTurn turn;
    private final int readers;
    private final int longest;

    Turns(
            CurrentTurn turn,
            @ConfigProperty(name = "lectern.turns.readers") int readers,
            @ConfigProperty(name = "lectern.turns.longest-line") int longest) {
        this.turn = turn;
        this.readers = readers;
        this.longest = longest;
    }

    /** Comes after whoever has no right to the conference was refused. */
    @ServerRequestFilter(priority = Priorities.USER + 1)
    public Uni<Void> take(ResteasyReactiveContainerRequestContext context, ResourceInfo resource) {
        var slug = context.getUriInfo().getPathParameters().getFirst("c");
        if (slug == null || isOutOfTurn(resource)) {
            return null;
        }
        var request = (ResteasyReactiveRequestContext) context.getServerRequestContext();
        var mine = turn.get();
        // Where nothing is answered any more, nothing is active any more either.
        request.registerCompletionCallback(done -> mine.end());
        var coming = mine.take(line(slug, context.getMethod(), resource));
        return coming.isDone() && !coming.isCompletedExceptionally()
                ? null
                : Uni.createFrom().completionStage(coming).onFailure().transform(e -> Turn.tooBusy());
    }

    private Line line(String slug, String method, ResourceInfo resource) {
        if (resource.getResourceMethod().isAnnotationPresent(TakesLong.class)) {
            return new Line("long " + slug, 1, TakesLong.LONGEST_LINE);
        }
        return READING.contains(method)
                ? new Line("read " + slug, readers, longest)
                : new Line("write " + slug, 1, longest);
    }

    private static boolean isOutOfTurn(ResourceInfo resource) {
        return resource.getResourceMethod().isAnnotationPresent(OutOfTurn.class)
                || resource.getResourceClass().isAnnotationPresent(PermitAll.class);
    }

    /** What is left to do, writing the answer, needs no connection. */
    @ServerResponseFilter
    public void end(ContainerRequestContext request) {
        turn.get().end();
    }
}
