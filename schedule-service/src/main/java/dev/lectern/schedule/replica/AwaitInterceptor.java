package dev.lectern.schedule.replica;

import dev.lectern.chassis.replica.Eventually;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.Optional;
import java.util.Set;

/**
 * Comes before the transaction, which would hold its connection while it waits, and so before the request is found
 * valid.
 */
@AwaitsOthers
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
class AwaitInterceptor {

    private final CurrentConference conference;
    private final Eventually eventually;

    AwaitInterceptor(CurrentConference conference, Eventually eventually) {
        this.conference = conference;
        this.eventually = eventually;
    }

    @AroundInvoke
    Object await(InvocationContext invocation) throws Exception {
        for (var argument : invocation.getParameters()) {
            if (argument instanceof NamesOthers request) {
                await(request);
            }
        }
        return invocation.proceed();
    }

    private void await(NamesOthers request) {
        if (!request.contributions().isEmpty() || !request.presenters().isEmpty()) {
            var unused = eventually.look(() -> Optional.of(request).filter(this::isKnown));
        }
    }

    private boolean isKnown(NamesOthers request) {
        var numbers = request.contributions();
        return Contributions.countNumbered(conference.id(), numbers) == numbers.size()
                && Presenters.meant(conference.id(), request.presenters()).values().stream()
                        .noneMatch(Set::isEmpty);
    }
}
