package dev.lectern.chassis.http;

import dev.lectern.chassis.problem.CommonRefusal;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The precondition {@code If-Match} (RFC 9110, section 13.1.1) on a resource whose entity tag is its revision in
 * quotes.
 */
public final class IfMatch {

    private static final String ANY = "*";

    private final Set<String> tags;

    private IfMatch(Set<String> tags) {
        this.tags = tags;
    }

    /** Reads the header. A weak tag never matches, as the RFC has it. */
    public static IfMatch fromString(String header) {
        return new IfMatch(Arrays.stream(header.split(",")).map(String::strip).collect(Collectors.toSet()));
    }

    /** The entity tag of a revision. */
    public static String tag(long revision) {
        return "\"" + revision + "\"";
    }

    /** Refuses with 428 when the header is absent, with 412 when it names another revision than the current one. */
    public static void require(IfMatch ifMatch, long revision, Supplier<?> current) {
        if (ifMatch == null) {
            throw CommonRefusal.IF_MATCH_REQUIRED.because("Send the ETag of your last GET as If-Match");
        }
        honour(ifMatch, revision, current);
    }

    /** Refuses with 412 and the current state when the header is there and names another revision. */
    public static void honour(IfMatch ifMatch, long revision, Supplier<?> current) {
        if (ifMatch != null && !ifMatch.matches(revision)) {
            throw CommonRefusal.STALE
                    .because("The ETag now is " + tag(revision))
                    .with("current", current.get());
        }
    }

    private boolean matches(long revision) {
        return tags.contains(ANY) || tags.contains(tag(revision));
    }
}
