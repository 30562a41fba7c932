package dev.lectern.schedule.replica;

import dev.lectern.chassis.replica.Eventually;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.Optional;
import java.util.Set;

/** Comes before the transaction, which would hold its connection while it waits, and so before the request is found valid. */
@AwaitsContributions
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
            if (argument instanceof NamesContributions request) {
                await(request.contributions());
            }
        }
        return invocation.proceed();
    }

    private void await(Set<Integer> numbers) {
        if (!numbers.isEmpty()) {
            var unused = eventually.look(() ->
                    Optional.of(numbers).filter(all -> Contribution.countNumbered(conference.id(), all) == all.size()));
        }
    }
}
