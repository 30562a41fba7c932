package dev.lectern.schedule.timetable;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.OptBoolean;
import java.util.List;

/**
 * What people may change of a room. {@code capacity} is a number of seats or null; an exclusive room takes one talk at
 * a time, another one (a poster hall) any number. {@code features} are free tags that talks may need,
 * {@code changeoverMinutes} what it needs between two talks, or null: the history from before there were these has
 * neither.
 */
public record RoomDetails(
        String name,
        Integer capacity,
        boolean exclusive,
        @JsonProperty(isRequired = OptBoolean.FALSE) List<String> features,
        @JsonProperty(isRequired = OptBoolean.FALSE) Integer changeoverMinutes) {

    public RoomDetails {
        features = features == null ? List.of() : List.copyOf(features);
    }

    /** The details of a room of which nothing more is said. */
    public RoomDetails(String name, Integer capacity, boolean exclusive) {
        this(name, capacity, exclusive, List.of(), null);
    }

    /** These details for a room that holds any number of talks at once. */
    public RoomDetails sharedByTalks() {
        return new RoomDetails(name, capacity, false, features, changeoverMinutes);
    }
}
