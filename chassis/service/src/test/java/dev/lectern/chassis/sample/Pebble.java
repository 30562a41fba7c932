package dev.lectern.chassis.sample;

import java.util.UUID;

public record Pebble(UUID id, int weight, long revision) {

    public static final String TOPIC = "pebbles";
    public static final String TYPE = "dev.lectern.pebble.v1";
}
