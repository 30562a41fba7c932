package dev.lectern.chassis.http;

import dev.lectern.chassis.problem.Fault;
import dev.lectern.chassis.problem.Refused;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

/** One page of a list. {@code nextPageToken} is opaque, and null on the last page. */
public record Page<T>(List<T> items, String nextPageToken) {

    private static final int DEFAULT_SIZE = 100;
    private static final int LARGEST_SIZE = 500;

    /**
     * How many items a page has: what the caller asks for, 1 to {@value #LARGEST_SIZE}, else {@value #DEFAULT_SIZE}.
     */
    public static int size(Integer pageSize) {
        if (pageSize == null) {
            return DEFAULT_SIZE;
        }
        if (pageSize < 1 || pageSize > LARGEST_SIZE) {
            throw Refused.invalid(Fault.inParameter("pageSize", "A whole number from 1 to " + LARGEST_SIZE));
        }
        return pageSize;
    }

    /** The text after which the page starts, as {@link #of} hid it in the token; {@code first} for the first page. */
    public static String after(String pageToken, String first) {
        return read(pageToken, first, Function.identity());
    }

    /** Where a page begins whose positions are whole numbers. */
    public static long after(String pageToken, long first) {
        return read(pageToken, first, Long::valueOf);
    }

    /** Where a page begins whose positions are ids. */
    public static UUID after(String pageToken, UUID first) {
        return read(pageToken, first, UUID::fromString);
    }

    private static <P> P read(String pageToken, P first, Function<String, P> parse) {
        if (pageToken == null) {
            return first;
        }
        try {
            var position = new String(Base64.getUrlDecoder().decode(pageToken), StandardCharsets.UTF_8);
            if (Text.isStorable(position)) {
                return parse.apply(position);
            }
        } catch (IllegalArgumentException e) {
            // Refused below, like a position that is no text.
        }
        throw Refused.invalid(Fault.inParameter("pageToken", "Not a token of an earlier page"));
    }

    /**
     * @param found up to one item more than {@code size}: it says whether there is a next page
     * @param position what the next page starts after, for its last item
     */
    public static <E, T> Page<T> of(List<E> found, int size, Function<E, Object> position, Function<E, T> view) {
        if (found.size() <= size) {
            return new Page<>(found.stream().map(view).toList(), null);
        }
        var items = found.subList(0, size);
        var last = String.valueOf(position.apply(items.get(size - 1)));
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(last.getBytes(StandardCharsets.UTF_8));
        return new Page<>(items.stream().map(view).toList(), token);
    }
}
