package dev.lectern.schedule.agenda;

import dev.lectern.chassis.web.StoredResponse;
import io.netty.util.AsciiString;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Bytes in one encoding, with the headers that go with them, as often as they are sent. Equal tags mean equal bytes.
 */
final class Rendition {

    /**
     * Fresh enough for whoever looks at it, and for a cache that stands in between: a change is seen after a quarter of
     * a minute at the latest (RFC 9111; RFC 5861). What cannot be reached is better old than not there.
     */
    private static final CharSequence CACHE_CONTROL =
            HttpHeaders.createOptimized("public, max-age=15, stale-while-revalidate=60, stale-if-error=86400");

    private static final CharSequence NO_STORE = HttpHeaders.createOptimized("no-store");
    private static final CharSequence ROBOTS_TAG = HttpHeaders.createOptimized("X-Robots-Tag");
    private static final CharSequence NO_INDEX = HttpHeaders.createOptimized("noindex");
    private static final CharSequence VARY = HttpHeaders.createOptimized("Accept, Accept-Encoding");
    private static final CharSequence VARY_OF_PAGES =
            HttpHeaders.createOptimized("Accept, Accept-Encoding, Accept-Language");
    private static final CharSequence SECURITY_POLICY = HttpHeaders.createOptimized("Content-Security-Policy");
    private static final CharSequence CONTENT_TYPE_OPTIONS = HttpHeaders.createOptimized("X-Content-Type-Options");
    private static final CharSequence NO_SNIFF = HttpHeaders.createOptimized("nosniff");

    /** Nothing but what the pages themselves bring (Content Security Policy, level 3). Anybody may show them in a frame. */
    static final CharSequence POLICY =
            HttpHeaders.createOptimized("default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self';"
                    + " img-src 'self' data:; worker-src 'self'; base-uri 'none'; form-action 'self'");

    private static final String PAGE = "text/html";

    private final Buffer body;
    private final String hash;
    private final String tag;
    private final MultiMap headers = HttpHeaders.headers();
    private final MultiMap headersOfNotModified = HttpHeaders.headers();

    /** Null for one that is sent once. */
    private final StoredResponse stored;

    private Rendition(String contentType, Encoding encoding, byte[] plain, boolean isKept) {
        var bytes = encoding.encode(plain);
        this.hash = hash(bytes);
        this.tag = '"' + hash + '"';
        headersOfNotModified
                .set(HttpHeaders.ETAG, new AsciiString(tag))
                .set(HttpHeaders.CACHE_CONTROL, CACHE_CONTROL)
                .set(HttpHeaders.VARY, contentType.startsWith(PAGE) ? VARY_OF_PAGES : VARY);
        PublicReads.allow(headersOfNotModified);
        headers.addAll(headersOfNotModified)
                .set(HttpHeaders.CONTENT_LENGTH, new AsciiString(Integer.toString(bytes.length)))
                .set(HttpHeaders.CONTENT_TYPE, new AsciiString(contentType))
                .set(SECURITY_POLICY, POLICY)
                .set(CONTENT_TYPE_OPTIONS, NO_SNIFF);
        encoding.token().ifPresent(token -> headers.set(HttpHeaders.CONTENT_ENCODING, new AsciiString(token)));
        this.stored = isKept ? new StoredResponse(headers, headersOfNotModified, bytes) : null;
        this.body = isKept ? stored.body() : Buffer.buffer(bytes);
    }

    /**
     * One that is sent again and again.
     *
     * @param plain the bytes before they are encoded
     */
    static Rendition kept(String contentType, Encoding encoding, byte[] plain) {
        return new Rendition(contentType, encoding, plain, true);
    }

    /** One that is sent once. */
    static Rendition passing(String contentType, Encoding encoding, byte[] plain) {
        return new Rendition(contentType, encoding, plain, false);
    }

    /** The same for one reader, of which neither a cache nor a search engine may keep anything. */
    Rendition unlisted() {
        headers.set(HttpHeaders.CACHE_CONTROL, NO_STORE).set(ROBOTS_TAG, NO_INDEX);
        headersOfNotModified.set(HttpHeaders.CACHE_CONTROL, NO_STORE);
        return this;
    }

    /** To be sent, not to be altered. */
    Buffer body() {
        return body;
    }

    /** What is sent from memory; null for one that is sent once. */
    StoredResponse stored() {
        return stored;
    }

    /**
     * Whether a reader has these bytes already (RFC 9110, section 13.1.2).
     *
     * @param ifNoneMatch the header's value; null where the request has none
     */
    boolean isKnown(String ifNoneMatch) {
        return StoredResponse.isKnown(tag, ifNoneMatch);
    }

    /** The entity tag without its quotes: SHA-256 of the bytes, in hexadecimal digits. */
    String hash() {
        return hash;
    }

    /** The entity tag as {@code ETag} says it, with its quotes. */
    String tag() {
        return tag;
    }

    /** To be sent, not to be altered. */
    MultiMap headers() {
        return headers;
    }

    /** Those that a reader needs who has the bytes already (RFC 9110, section 15.4.5). */
    MultiMap headersOfNotModified() {
        return headersOfNotModified;
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
