package dev.lectern.chassis.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A request that a rule refuses. The rule throws it with all that the caller needs to know; the transaction rolls back
 * and the answer is the {@link Problem} with these members.
 */
public class Refused extends RuntimeException {

    /** Enough to see what is wrong; a file may be wrong in every line. */
    private static final int MOST_FAULTS = 100;

    private final Refusal kind;
    private final List<Fault> errors;
    private final Map<String, Object> extensions = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();

    public Refused(Refusal kind, String detail, List<Fault> errors) {
        super(detail);
        this.kind = kind;
        this.errors = List.copyOf(errors);
    }

    public Refused(Refusal kind, String detail) {
        this(kind, detail, List.of());
    }

    /** 400: the request makes no sense as it stands. */
    public static Refused invalid(Fault... faults) {
        return invalid(List.of(faults));
    }

    public static Refused invalid(List<Fault> faults) {
        return new Refused(CommonRefusal.INVALID_REQUEST, faults.get(0).detail(), faults);
    }

    /** 400: nothing of a file is taken, for these reasons; only the first hundred are listed. */
    public static Refused invalidFile(List<Fault> faults) {
        var detail = faults.size() > MOST_FAULTS
                ? "There are " + faults.size() + " errors; the first " + MOST_FAULTS + " are listed"
                : faults.get(0).detail();
        return new Refused(CommonRefusal.INVALID_FILE, detail, faults.subList(0, Math.min(faults.size(), MOST_FAULTS)));
    }

    /** 404, where it cannot be said what is not there. */
    public static Refused notFound() {
        return notFound(null);
    }

    /** 404, with the same words for what does not exist and what the caller may not know of. */
    public static Refused notFound(String detail) {
        return CommonRefusal.NOT_FOUND.because(detail);
    }

    /** 404 for what others tell of, and may just have told of. */
    public static Refused notFoundYet(String detail) {
        var end = detail.endsWith("?") ? "" : ".";
        return notFound(detail + end + " If it was made a moment ago, news of it is on its way: try again")
                .withHeader("Retry-After", "1");
    }

    /** 403: the caller is known and may not do this. */
    public static Refused forbidden(String detail) {
        return CommonRefusal.FORBIDDEN.because(detail);
    }

    /** 503: it would be done at another time, so it is asked for again. */
    public static Refused unavailable(String detail) {
        return CommonRefusal.UNAVAILABLE.because(detail).withHeader("Retry-After", "2");
    }

    /** Adds a member of this kind of problem. */
    public Refused with(String member, Object value) {
        extensions.put(member, value);
        return this;
    }

    /** Adds a header to the answer. */
    public Refused withHeader(String name, String value) {
        headers.put(name, value);
        return this;
    }

    public int status() {
        return kind.status();
    }

    public Refusal kind() {
        return kind;
    }

    public List<Fault> errors() {
        return errors;
    }

    public Map<String, Object> extensions() {
        return extensions;
    }

    public Map<String, String> headers() {
        return headers;
    }
}
