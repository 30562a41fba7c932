package dev.lectern.chassis.web;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** An answer to a read as a cache stores it (RFC 9111), with all its bytes, as often as it is sent. */
public final class StoredResponse {

    private final String tag;
    private final ByteBuf head;
    private final ByteBuf headOfNotModified;
    private final ByteBuf body;

    /**
     * @param headers with an {@code ETag} and the length of the body
     * @param headersOfNotModified what a reader needs who has the body (RFC 9110, section 15.4.5)
     */
    public StoredResponse(MultiMap headers, MultiMap headersOfNotModified, byte[] body) {
        this.tag = headers.get(HttpHeaders.ETAG);
        this.head = head("200 OK", headers);
        this.headOfNotModified = head("304 Not Modified", headersOfNotModified);
        this.body = outsideTheHeap(body);
    }

    /** The network reads it from there without another copy, and the collector frees it. */
    private static ByteBuf outsideTheHeap(byte[] bytes) {
        return Unpooled.wrappedBuffer(
                ByteBuffer.allocateDirect(bytes.length).put(bytes).flip());
    }

    private static ByteBuf head(String status, MultiMap headers) {
        var text = new StringBuilder("HTTP/1.1 ").append(status).append("\r\n");
        headers.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
        return outsideTheHeap(text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    /**
     * Whether a reader has these bytes already (RFC 9110, section 13.1.2).
     *
     * @param ifNoneMatch the header's value; null where the request has none
     */
    public boolean isKnown(String ifNoneMatch) {
        return isKnown(tag, ifNoneMatch);
    }

    /** @param tag an entity tag with its quotes */
    public static boolean isKnown(String tag, String ifNoneMatch) {
        return ifNoneMatch != null
                && (ifNoneMatch.equals(tag)
                        || ifNoneMatch.strip().equals("*")
                        || Arrays.stream(ifNoneMatch.split(","))
                                .map(String::strip)
                                .anyMatch(known -> known.equals(tag) || known.equals("W/" + tag)));
    }

    /** To be sent, not to be altered. */
    @SuppressWarnings("deprecation") // Until Vert.x 5, whatever else takes such memory is internal.
    public Buffer body() {
        return Buffer.buffer(body);
    }

    /** How many bytes the body has. */
    public int length() {
        return body.readableBytes();
    }

    /** The body, to be released by who writes it. */
    ByteBuf retainedBody() {
        return body.retainedDuplicate();
    }

    /** Status and headers as they are written, to be released by who writes them. */
    ByteBuf retainedHead(boolean isKnown) {
        return (isKnown ? headOfNotModified : head).retainedDuplicate();
    }

    /** The same, and what becomes of the connection. */
    ByteBuf retainedHead(boolean isKnown, String connection) {
        var usual = isKnown ? headOfNotModified : head;
        var end = "connection: " + connection + "\r\n\r\n";
        return Unpooled.wrappedBuffer(
                usual.retainedSlice(0, usual.readableBytes() - 2), ByteBufUtil.writeAscii(usual.alloc(), end));
    }
}
