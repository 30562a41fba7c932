package dev.lectern.chassis.outbox;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * The trace (W3C Trace Context) that an event belongs to: that of the span under way, where there are any, or of the
 * request which caused it, else a new one.
 */
@ApplicationScoped
class TraceParent {

    private static final Pattern VALID = Pattern.compile("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");

    private final CurrentVertxRequest request;

    TraceParent(CurrentVertxRequest request) {
        this.request = request;
    }

    String current() {
        var span = Span.current().getSpanContext();
        return span.isValid() ? of(span) : ofRequest();
    }

    private static String of(SpanContext span) {
        return "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                + span.getTraceFlags().asHex();
    }

    private String ofRequest() {
        var context = Arc.container().requestContext().isActive() ? request.getCurrent() : null;
        var given = context == null ? null : context.request().getHeader("traceparent");
        return given != null && VALID.matcher(given).matches() ? given : fresh();
    }

    private static String fresh() {
        var random = ThreadLocalRandom.current();
        var hex = HexFormat.of();
        // An id of zeros is not valid.
        return "00-" + hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong() | 1) + "-"
                + hex.toHexDigits(random.nextLong() | 1) + "-00";
    }
}
