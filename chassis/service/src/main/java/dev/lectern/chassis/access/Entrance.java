package dev.lectern.chassis.access;

import dev.lectern.chassis.problem.Refused;
import dev.lectern.chassis.replica.Eventually;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Lets callers to what they share. Readers may use the safe methods (RFC 9110, section 9.2.1) and get 403 for the
 * others; to whoever is no member it does not exist.
 */
@ApplicationScoped
public class Entrance {

    /** The same words for both, so that nobody learns what there is. */
    private static final String NO_CONFERENCE = "There is no such conference here, or you have no part in it";

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final Caller caller;
    private final Eventually eventually;

    Entrance(Caller caller, Eventually eventually) {
        this.caller = caller;
        this.eventually = eventually;
    }

    /**
     * What is found, if the caller may use the method on it. For the owner of the list of members, inside a
     * transaction.
     */
    public <T> T open(String method, Supplier<Optional<T>> look, Function<T, Members> members) {
        return permitted(method, look, members)
                .get()
                .orElseThrow(() -> refusal(look, members, Refused.notFound(NO_CONFERENCE)));
    }

    /**
     * Opens what is a replica, where news of the thing or of a membership may be on its way. So a reader's write is not
     * refused at once either: they may have become an editor a moment ago. Not for use inside a transaction; each look
     * is one question outside of any, which costs half of what one inside does.
     */
    public <T> T openEventually(String method, Supplier<Optional<T>> look, Function<T, Members> members) {
        caller.requireGroup();
        return eventually
                .repeat(permitted(method, look, members))
                .orElseThrow(() -> refusal(look, members, Refused.notFoundYet(NO_CONFERENCE)));
    }

    private <T> Supplier<Optional<T>> permitted(
            String method, Supplier<Optional<T>> look, Function<T, Members> members) {
        return () -> look.get()
                .filter(found -> SAFE.contains(method)
                        ? caller.mayRead(members.apply(found))
                        : caller.mayEdit(members.apply(found)));
    }

    private <T> Refused refusal(Supplier<Optional<T>> look, Function<T, Members> members, Refused absent) {
        return QuarkusTransaction.joiningExisting()
                .call(look::get)
                .filter(found -> caller.mayRead(members.apply(found)))
                .map(found -> Refused.forbidden("You may look at this, but not change it"))
                .orElse(absent);
    }
}
