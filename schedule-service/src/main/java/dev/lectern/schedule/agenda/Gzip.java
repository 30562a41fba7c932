package dev.lectern.schedule.agenda;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.ByteArrayOutputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Gzip (RFC 1952) for texts that are encoded again after each small change. They are cut where their own letters say so,
 * so that a change in one place leaves the pieces elsewhere as they were; what a piece was made into is kept.
 */
final class Gzip {

    private static final int SHORTEST = 8 << 10;
    private static final int LONGEST = 64 << 10;

    /** Of the letters behind which a piece may end, one place in 16,384. */
    private static final int BITS_OF_MARK = 14;

    /** How far back DEFLATE refers (RFC 1951, section 2). */
    private static final int WINDOW = 32 << 10;

    /** All large documents of a conference with a thousand talks, twice. */
    private static final int MOST_PIECES = 1_000;

    private static final byte[] HEAD = {0x1f, (byte) 0x8b, Deflater.DEFLATED, 0, 0, 0, 0, 0, 0, (byte) 255};

    /** A block that is the last one, and empty. */
    private static final byte[] END = {3, 0};

    private static final int TRAILER = 8;
    private static final long MIXER = 0x9E3779B97F4A7C15L;
    private static final VarHandle LETTERS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final Cache<ByteBuffer, byte[]> PIECES =
            Caffeine.newBuilder().maximumSize(MOST_PIECES).recordStats().build();

    private Gzip() {}

    static Cache<?, ?> memory() {
        return PIECES;
    }

    static byte[] encode(byte[] text) {
        var encoded = new ByteArrayOutputStream();
        encoded.writeBytes(HEAD);
        for (var begin = 0; begin < text.length; ) {
            var from = begin;
            var end = endOfPiece(text, begin);
            encoded.writeBytes(PIECES.get(key(text, begin, end), piece -> deflated(text, from, end)));
            begin = end;
        }
        encoded.writeBytes(END);
        encoded.writeBytes(trailer(text));
        return encoded.toByteArray();
    }

    private static int endOfPiece(byte[] text, int begin) {
        var longest = Math.min(text.length, begin + LONGEST);
        var end = begin + SHORTEST;
        while (end < longest && !isMark((long) LETTERS.get(text, end - Long.BYTES))) {
            end++;
        }
        return Math.min(end, longest);
    }

    private static boolean isMark(long letters) {
        return ((letters * MIXER) >>> (Long.SIZE - BITS_OF_MARK)) == 0;
    }

    /** All that a piece becomes depends on: itself, and what it may refer to. */
    private static ByteBuffer key(byte[] text, int begin, int end) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            var window = Math.min(begin, WINDOW);
            digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, window));
            digest.update(text, begin - window, window + end - begin);
            return ByteBuffer.wrap(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Whole bytes, behind which the next piece may follow. */
    private static byte[] deflated(byte[] text, int begin, int end) {
        var deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            var window = Math.min(begin, WINDOW);
            if (window > 0) {
                deflater.setDictionary(text, begin - window, window);
            }
            deflater.setInput(text, begin, end - begin);
            // Letters that do not get fewer are stored as they are, with a few bytes for each block.
            var bytes = new byte[LONGEST + SHORTEST];
            var length = deflater.deflate(bytes, 0, bytes.length, Deflater.SYNC_FLUSH);
            return Arrays.copyOf(bytes, length);
        } finally {
            deflater.end();
        }
    }

    private static byte[] trailer(byte[] text) {
        var checksum = new CRC32();
        checksum.update(text);
        return ByteBuffer.allocate(TRAILER)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) checksum.getValue())
                .putInt(text.length)
                .array();
    }
}
