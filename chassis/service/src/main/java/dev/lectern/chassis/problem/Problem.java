package dev.lectern.chassis.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import java.util.List;
import java.util.Map;

/**
 * Problem details (RFC 9457). {@code type} is stable and ends in the problem's kind; {@code extensions} are the kind's
 * own members, beside the others.
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        List<Fault> errors,
        @JsonAnyGetter Map<String, Object> extensions) {

    public static final String MEDIA_TYPE = "application/problem+json";
    private static final String TYPE_PREFIX = "urn:lectern:problem:";

    public static Problem of(Refused refused) {
        return new Problem(
                TYPE_PREFIX + refused.kind().type(),
                refused.kind().title(),
                refused.status(),
                refused.getMessage(),
                null,
                refused.errors(),
                refused.extensions());
    }
}
