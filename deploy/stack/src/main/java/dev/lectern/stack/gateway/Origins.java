package dev.lectern.stack.gateway;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The ports of one service's replicas, which take turns. */
final class Origins {

    private final List<Integer> ports;
    private final AtomicInteger turns = new AtomicInteger();

    Origins(List<Integer> ports) {
        this.ports = ports;
    }

    /** All of them, each time with another one first. */
    List<Integer> inTurn() {
        var inTurn = new ArrayList<>(ports);
        Collections.rotate(inTurn, turns.getAndIncrement());
        return inTurn;
    }
}
