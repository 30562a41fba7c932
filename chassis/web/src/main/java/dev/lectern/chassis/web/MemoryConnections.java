package dev.lectern.chassis.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.timeout.IdleStateHandler;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.ConnectionBase;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The connections to a server that answers from memory what it can, before the framework sees it. They share what they
 * have read: where the same bytes come again, as they do from browsers and apps, it is known what they ask.
 */
public final class MemoryConnections {

    /** Of all heads of requests that are kept together. */
    private static final int MOST_BYTES = 4 << 20;

    /** About what one takes beside its bytes. */
    private static final int ENTRY = 400;

    private static final String KEEP_ALIVE = "keep-alive";
    private static final String CLOSE = "close";

    /**
     * What a head asks.
     *
     * @param ifNoneMatch null for none
     * @param connection what the answer is to say of it; null for nothing
     */
    record Asked(Question question, String ifNoneMatch, boolean isHead, String connection) {

        static Asked of(Question question, HttpRequest request) {
            var isKept = HttpUtil.isKeepAlive(request);
            var isUsual = isKept && request.protocolVersion().equals(HttpVersion.HTTP_1_1);
            return new Asked(
                    question,
                    request.headers().get(HttpHeaderNames.IF_NONE_MATCH),
                    request.method().equals(HttpMethod.HEAD),
                    isUsual ? null : isKept ? KEEP_ALIVE : CLOSE);
        }

        boolean isLast() {
            return CLOSE.equals(connection);
        }
    }

    private final ResponseMemory memory;
    private final Duration idle;
    private final Cache<ByteBuf, Asked> heads = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((ByteBuf head, Asked asked) -> ENTRY + 2 * head.readableBytes())
            .build();

    /** @param idle how long nothing may move in a connection; the server itself is to have no such limit */
    public MemoryConnections(ResponseMemory memory, Duration idle) {
        this.memory = memory;
        this.idle = idle;
    }

    /** To be called as soon as there is the connection. What stands before its decoder stays behind what is added here. */
    public MemoryConnection watch(HttpConnection connection) {
        var watched = new MemoryConnection(this);
        var pipeline = ((ConnectionBase) connection).channel().pipeline();
        watched.addTo(pipeline, "handler");
        pipeline.addFirst("idle", new IdleStateHandler(0, 0, idle.toMillis(), TimeUnit.MILLISECONDS));
        return watched;
    }

    ResponseMemory memory() {
        return memory;
    }

    Optional<Asked> asked(ByteBuf head) {
        return Optional.ofNullable(heads.getIfPresent(head));
    }

    void keep(ByteBuf head, Asked asked) {
        heads.put(head, asked);
    }
}
