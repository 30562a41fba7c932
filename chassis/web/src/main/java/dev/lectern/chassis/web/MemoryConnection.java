package dev.lectern.chassis.web;

import dev.lectern.chassis.web.MemoryConnections.Asked;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;

/**
 * One connection whose requests are answered from memory where they can be, for a fraction of what it costs to have them
 * answered by the server. Before the decoder it knows the bytes of a whole request that it has seen before; behind the
 * decoder it sees what the others ask. It passes on what asks for anything else, and what comes while an earlier request
 * of the connection is not answered yet.
 */
@SuppressWarnings("FutureReturnValueIgnored") // A connection that cannot be written to is closed, and told of by that.
public final class MemoryConnection {

    private static final int LONGEST_HEAD = 2_000;
    private static final String NOTHING = "0";
    private static final int END_OF_HEAD = 0x0D0A0D0A;

    private final MemoryConnections all;
    private final Bytes bytes = new Bytes();
    private final Requests requests = new Requests();

    /** Whether what comes next is the beginning of a request, as far as that can be told by the bytes. */
    private boolean isAtBeginning = true;

    private int passedOn;

    MemoryConnection(MemoryConnections all) {
        this.all = all;
    }

    /** @param server the name of the handler that has the requests answered */
    void addTo(ChannelPipeline pipeline, String server) {
        pipeline.addFirst("memory", bytes);
        pipeline.addBefore(server, "requests", requests);
    }

    /** Whether an answer would be the next one, in a connection that takes it. */
    private boolean isNext() {
        return passedOn == 0 && bytes.context.channel().isWritable();
    }

    /** Sends past the encoder, since the bytes of the answer are there. */
    private void send(StoredResponse response, Asked asked) {
        var isKnown = response.isKnown(asked.ifNoneMatch());
        var head = asked.connection() == null
                ? response.retainedHead(isKnown)
                : response.retainedHead(isKnown, asked.connection());
        var written = bytes.context.write(head);
        if (!isKnown && !asked.isHead()) {
            written = bytes.context.write(response.retainedBody());
        }
        if (asked.isLast()) {
            written.addListener(ChannelFutureListener.CLOSE);
        }
        bytes.isToBeSent = true;
    }

    /** Closes the connection unless something is under way in it. */
    public void closeIfIdle() {
        var channel = bytes.context.channel();
        channel.eventLoop().execute(() -> {
            var unsent = channel.unsafe().outboundBuffer();
            if (passedOn == 0 && (unsent == null || unsent.isEmpty())) {
                channel.close();
            }
        });
    }

    /** What comes from the network. */
    private final class Bytes extends ChannelInboundHandlerAdapter {

        private ChannelHandlerContext context;
        private boolean isToBeSent;
        private boolean isPassedOn;

        @Override
        public void handlerAdded(ChannelHandlerContext added) {
            context = added;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof ByteBuf read && isAtBeginning) {
                if (!answer(read)) {
                    learn(context, read);
                }
            } else {
                isPassedOn = true;
                context.fireChannelRead(message);
            }
        }

        private boolean answer(ByteBuf read) {
            if (passedOn > 0
                    || read.readableBytes() > LONGEST_HEAD
                    || !context.channel().isWritable()) {
                return false;
            }
            var asked = all.asked(read);
            var response = asked.map(Asked::question).flatMap(all.memory()::response);
            response.ifPresent(there -> {
                read.release();
                send(there, asked.get());
            });
            return response.isPresent();
        }

        /** The decoder has a whole request at once, or nothing is to be told by the bytes in this connection any more. */
        private void learn(ChannelHandlerContext context, ByteBuf read) {
            var isHead = isHead(read);
            var head = isHead ? Unpooled.copiedBuffer(read) : Unpooled.EMPTY_BUFFER;
            requests.begin();
            isPassedOn = true;
            context.fireChannelRead(read);
            isAtBeginning = isHead && requests.isOne();
            if (isAtBeginning && requests.answered != null) {
                all.keep(head, requests.answered);
            }
        }

        /** Whether it ends as a head does, so that nothing is left behind it that would begin another. */
        private static boolean isHead(ByteBuf read) {
            var length = read.readableBytes();
            return length >= Integer.BYTES
                    && length <= LONGEST_HEAD
                    && read.getInt(read.writerIndex() - Integer.BYTES) == END_OF_HEAD;
        }

        /** What came together is answered together. */
        @Override
        public void channelReadComplete(ChannelHandlerContext context) {
            if (isToBeSent) {
                isToBeSent = false;
                context.flush();
            }
            if (isPassedOn) {
                isPassedOn = false;
                context.fireChannelReadComplete();
            }
        }
    }

    /** What the decoder makes of it. */
    private final class Requests extends ChannelDuplexHandler {

        private int begun;
        private int ended;
        private boolean isAnswered;

        /** What was answered from memory last, of what the decoder was given last. */
        private Asked answered;

        void begin() {
            begun = 0;
            ended = 0;
            answered = null;
        }

        boolean isOne() {
            return begun == 1 && ended == 1;
        }

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof HttpRequest request) {
                begun++;
                isAnswered = answer(request);
                passedOn += isAnswered ? 0 : 1;
            }
            if (message instanceof LastHttpContent) {
                ended++;
            }
            if (!isAnswered) {
                context.fireChannelRead(message);
            } else if (message instanceof HttpContent end) {
                end.release();
            }
        }

        private boolean answer(HttpRequest request) {
            if (!isSimple(request)) {
                return false;
            }
            var question = all.memory().question(request);
            var response = question.flatMap(all.memory()::response);
            response.ifPresent(there -> {
                answered = Asked.of(question.get(), request);
                send(there, answered);
            });
            return response.isPresent();
        }

        /** Without a body, and answered next. */
        private boolean isSimple(HttpRequest request) {
            return isNext()
                    && request.decoderResult().isSuccess()
                    && NOTHING.equals(request.headers().get(HttpHeaderNames.CONTENT_LENGTH, NOTHING))
                    && !request.headers().contains(HttpHeaderNames.TRANSFER_ENCODING);
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
    }
}
