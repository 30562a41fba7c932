package dev.lectern.schedule.agenda;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.Function;

/**
 * What documents are put together from: a talk's entry in a calendar, its row in a table. A change of an agenda touches
 * few of them, so that each is made once and kept as long as editions are made of it.
 */
final class Pieces {

    /** All formats of several conferences with a thousand talks each. */
    private static final int MOST_BYTES = 24 << 20;

    /** About what an entry takes beside its texts. */
    private static final int HEAD = 500;

    /** @param what all that the piece is made of */
    private record Key(Format format, Object what) {}

    private static final Cache<Key, byte[]> MADE = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            // Its texts are in the key once more, which the formats share.
            .weigher((Key key, byte[] piece) -> HEAD + piece.length)
            .recordStats()
            .build();

    private Pieces() {}

    static Cache<?, ?> memory() {
        return MADE;
    }

    /**
     * A piece.
     *
     * @param what it is made of and of nothing else; equal ones give the same piece
     */
    static <T> byte[] of(Format format, T what, Function<T, byte[]> make) {
        return MADE.get(new Key(format, what), key -> make.apply(what));
    }
}
