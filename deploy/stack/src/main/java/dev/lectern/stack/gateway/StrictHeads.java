package dev.lectern.stack.gateway;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Locale;

/**
 * Looks at the heads of requests before they are decoded, for what the decoder mends without a word and another server
 * may read otherwise: folded lines and headers without a name (RFC 9112, 5), and a length beside a transfer coding
 * (6.1). In place of such a line it is given one that it refuses.
 */
final class StrictHeads extends ChannelInboundHandlerAdapter {

    /** More than the decoder takes for a line; it refuses what is longer. */
    private static final int LONGEST_LINE = 32 * 1024;

    private static final byte[] REFUSED = "Content-Length: none\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    /** The letters of a header's name (RFC 9110, 5.6.2). */
    private static final BitSet OF_NAMES =
            "!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                    .chars()
                    .collect(BitSet::new, BitSet::set, BitSet::or);

    private static final String LENGTH = "content-length:";
    private static final String CODING = "transfer-encoding:";
    private static final int CRLF = 2;
    private static final int HEXADECIMAL = 16;

    private enum Part {
        HEAD,
        BODY,
        CHUNK_SIZE,
        CHUNK,
        TRAILER,
        /** What the decoder cannot read either. */
        NONSENSE
    }

    private final StringBuilder line = new StringBuilder();
    private Part part = Part.HEAD;
    private int lines;
    private long left;
    private boolean hasLength;
    private boolean hasCoding;
    private boolean isRefused;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (!(message instanceof ByteBuf bytes)) {
            context.fireChannelRead(message);
            return;
        }
        var fault = isRefused ? bytes.readerIndex() : fault(bytes);
        if (fault < 0) {
            context.fireChannelRead(bytes);
            return;
        }
        var before = isRefused ? Unpooled.EMPTY_BUFFER : bytes.readRetainedSlice(fault - bytes.readerIndex());
        bytes.release();
        if (!isRefused) {
            isRefused = true;
            context.fireChannelRead(before);
            context.fireChannelRead(Unpooled.wrappedBuffer(REFUSED));
        }
    }

    /** The index from which on nothing may pass; -1 where all may. */
    private int fault(ByteBuf bytes) {
        var i = bytes.readerIndex();
        while (i < bytes.writerIndex() && part != Part.NONSENSE) {
            if (part == Part.BODY || part == Part.CHUNK) {
                var skipped = Math.min(left, bytes.writerIndex() - i);
                left -= skipped;
                i += Math.toIntExact(skipped);
                part = left > 0 ? part : part == Part.BODY ? Part.HEAD : Part.CHUNK_SIZE;
                continue;
            }
            if (isFold(bytes.getByte(i))) {
                return i;
            }
            var feed = bytes.indexOf(i, bytes.writerIndex(), (byte) '\n');
            if (isOtherHeader(bytes, i, feed)) {
                lines++;
                i = feed + 1;
                continue;
            }
            var end = feed < 0 ? bytes.writerIndex() : feed;
            line.append(bytes.toString(i, end - i, StandardCharsets.ISO_8859_1));
            i = end + 1;
            if (line.length() > LONGEST_LINE) {
                part = Part.NONSENSE;
            } else if (feed >= 0 && isFault()) {
                return i;
            }
        }
        return -1;
    }

    /** Whether it is a whole line with a header of a name with which neither of those begins that are looked at. */
    private boolean isOtherHeader(ByteBuf bytes, int begin, int end) {
        if (part != Part.HEAD || lines == 0 || !line.isEmpty() || end - begin > LONGEST_LINE) {
            return false;
        }
        var i = begin;
        while (i < end && OF_NAMES.get(bytes.getUnsignedByte(i))) {
            i++;
        }
        return i > begin && i < end && bytes.getByte(i) == ':' && "cCtT".indexOf(bytes.getByte(begin)) < 0;
    }

    /** Whether the line that has ended is one that may not pass. */
    private boolean isFault() {
        var text = line.toString().stripTrailing().toLowerCase(Locale.ROOT);
        line.setLength(0);
        if (!isLine(text)) {
            return true;
        }
        end(text);
        return hasLength && hasCoding;
    }

    /** Whether it may be where it is: in a head, behind the first line, a header with a name. */
    private boolean isLine(String text) {
        var colon = text.indexOf(':');
        return part != Part.HEAD || lines == 0 || text.isEmpty() || (colon > 0 && isName(text, colon));
    }

    private static boolean isName(String text, int end) {
        var i = 0;
        while (i < end && OF_NAMES.get(text.charAt(i))) {
            i++;
        }
        return i == end;
    }

    private boolean isFold(byte letter) {
        return part == Part.HEAD && lines > 0 && line.isEmpty() && (letter == ' ' || letter == '\t');
    }

    private void end(String text) {
        switch (part) {
            case HEAD -> endOfHead(text);
            case CHUNK_SIZE -> beginChunk(text);
            default -> part = text.isEmpty() ? Part.HEAD : part;
        }
    }

    private void endOfHead(String text) {
        if (!text.isEmpty()) {
            lines++;
            hasCoding |= text.startsWith(CODING);
            if (text.startsWith(LENGTH)) {
                hasLength = true;
                left = number(text.substring(LENGTH.length()).strip(), 10);
            }
        } else if (lines > 0) {
            part = hasCoding ? Part.CHUNK_SIZE : left > 0 ? Part.BODY : part;
            lines = 0;
            hasCoding = false;
            hasLength = false;
        }
    }

    private void beginChunk(String text) {
        var size = number(text.split(";", 2)[0].strip(), HEXADECIMAL);
        left = size + CRLF;
        if (part != Part.NONSENSE) {
            part = size == 0 ? Part.TRAILER : Part.CHUNK;
        }
    }

    private long number(String text, int radix) {
        try {
            return Long.parseUnsignedLong(text, radix);
        } catch (NumberFormatException e) {
            part = Part.NONSENSE;
            return 0;
        }
    }
}
