package dev.lectern.chassis.sample;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

@JsonIgnoreProperties("revision")
record PebbleRequest(
        @NotNull(message = "Needed") String colour,

        @JsonProperty("mass") @Max(value = 100, message = "At most 100")
        Integer weight,

        List<@Size(max = 3, message = "At most 3 characters") String> names,
        Boolean polished) {}
