package dev.lectern.schedule.agenda;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.vertx.core.http.impl.headers.HeadersMultiMap;
import java.util.Optional;

/**
 * A connection to the server of the agendas. Stands behind the decoder and sends what is in memory at once, for a fraction
 * of what it costs to have a request answered by the server. Passes on what asks for anything else, and what comes while
 * an earlier request of the connection is not answered yet.
 */
@SuppressWarnings("FutureReturnValueIgnored") // A connection that cannot be written to is closed, and told of by that.
final class AgendaConnection extends ChannelDuplexHandler {

    /** What is in memory. */
    @FunctionalInterface
    interface Memory {
        Optional<Rendition> answer(Question question);
    }

    private final Memory memory;
    private ChannelHandlerContext context;
    private int passedOn;
    private boolean isAnswered;
    private boolean isToBeSent;

    AgendaConnection(Memory memory) {
        this.memory = memory;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext added) {
        context = added;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof HttpRequest request) {
            var rendition = isSimple(request) ? kept(request) : Optional.<Rendition>empty();
            isAnswered = rendition.isPresent();
            if (isAnswered) {
                send(rendition.get(), request);
            } else {
                passedOn++;
                context.fireChannelRead(message);
            }
        } else if (isAnswered && message instanceof HttpContent end) {
            end.release();
        } else {
            context.fireChannelRead(message);
        }
    }

    /** Without a body, and with its answer next in a connection that takes it. */
    private boolean isSimple(HttpRequest request) {
        return passedOn == 0
                && context.channel().isWritable()
                && request.decoderResult().isSuccess()
                && !request.headers().contains(HttpHeaderNames.CONTENT_LENGTH)
                && !request.headers().contains(HttpHeaderNames.TRANSFER_ENCODING);
    }

    private Optional<Rendition> kept(HttpRequest request) {
        return Question.of(request.method().name(), request.uri(), request.headers()::getAll)
                .flatMap(memory::answer);
    }

    private void send(Rendition rendition, HttpRequest request) {
        isToBeSent = true;
        var response = response(rendition, request);
        if (HttpUtil.isKeepAlive(request) && request.protocolVersion().equals(HttpVersion.HTTP_1_1)) {
            context.write(response);
        } else {
            var answer = response.replace(response.content());
            HttpUtil.setKeepAlive(answer, HttpUtil.isKeepAlive(request));
            var sent = context.write(answer);
            if (!HttpUtil.isKeepAlive(request)) {
                sent.addListener(ChannelFutureListener.CLOSE);
            }
        }
    }

    private static FullHttpResponse response(Rendition rendition, HttpRequest request) {
        var isKnown = rendition.isKnown(request.headers().get(HttpHeaderNames.IF_NONE_MATCH));
        var hasBody = !isKnown && !request.method().equals(HttpMethod.HEAD);
        return new DefaultFullHttpResponse(
                request.protocolVersion(),
                isKnown ? HttpResponseStatus.NOT_MODIFIED : HttpResponseStatus.OK,
                hasBody ? rendition.bytes().retainedDuplicate() : Unpooled.EMPTY_BUFFER,
                (HeadersMultiMap) (isKnown ? rendition.headersOfNotModified() : rendition.headers()),
                EmptyHttpHeaders.INSTANCE);
    }

    /** What came together is answered together. */
    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (isToBeSent) {
            isToBeSent = false;
            context.flush();
        }
        context.fireChannelReadComplete();
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise written) {
        if (message instanceof LastHttpContent && !isInterim(message)) {
            passedOn--;
        }
        context.write(message, written);
    }

    /** Whether an answer follows to the same request. */
    private static boolean isInterim(Object message) {
        return message instanceof HttpResponse response
                && response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
    }

    /** Closes the connection unless something is under way in it. */
    void closeIfIdle() {
        context.channel().eventLoop().execute(() -> {
            var unsent = context.channel().unsafe().outboundBuffer();
            if (passedOn == 0 && (unsent == null || unsent.isEmpty())) {
                context.close();
            }
        });
    }
}
