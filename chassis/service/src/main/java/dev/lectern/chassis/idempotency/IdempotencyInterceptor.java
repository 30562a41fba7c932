package dev.lectern.chassis.idempotency;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Runs inside the endpoint's transaction, after its request was found valid and its caller was let in. */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
class IdempotencyInterceptor {

    private final Once once;

    IdempotencyInterceptor(Once once) {
        this.once = once;
    }

    @AroundInvoke
    Object once(InvocationContext invocation) throws Exception {
        return once.capture().once(invocation::proceed);
    }
}
