package dev.lectern.chassis.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * Keeps out of traces what may name somebody: paths have addresses of members in them, queries have words of people,
 * and callers have addresses too. A path's pattern stays, {@code http.route}.
 */
@ApplicationScoped
class WithoutAddresses implements SpanProcessor {

    private static final String WITHHELD = "withheld";

    private static final List<AttributeKey<String>> PERSONAL = List.of(
            AttributeKey.stringKey("url.path"),
            AttributeKey.stringKey("url.query"),
            AttributeKey.stringKey("client.address"));

    /** All of these are set when a span starts. */
    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        for (var key : PERSONAL) {
            if (span.getAttribute(key) != null) {
                span.setAttribute(key, WITHHELD);
            }
        }
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        // Nothing is added at the end.
    }

    @Override
    public boolean isEndRequired() {
        return false;
    }
}
