package dev.lectern.chassis.web;

import io.netty.handler.codec.http.HttpRequest;
import java.util.Optional;

/** What requests may be answered with at once. Asked by event loops, several at the same time. */
public interface ResponseMemory {

    /**
     * What a request without a body asks; empty where it is not to be answered from memory, whatever is there.
     *
     * @return the same for the same head of a request, at any time
     */
    Optional<Question> question(HttpRequest request);

    Optional<StoredResponse> response(Question question);
}
