package dev.lectern.chassis.sample;

import dev.lectern.chassis.problem.Refusal;

/** What is refused of pebbles. */
enum PebbleRefusal implements Refusal {
    RED;

    @Override
    public int status() {
        return 409;
    }

    @Override
    public String type() {
        return "in-use";
    }

    @Override
    public String title() {
        return "No red ones";
    }
}
