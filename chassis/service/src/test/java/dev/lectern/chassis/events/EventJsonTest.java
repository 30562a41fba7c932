package dev.lectern.chassis.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.OptBoolean;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import org.junit.jupiter.api.Test;

class EventJsonTest {

    record Shell(
            String colour,
            @JsonProperty(isRequired = OptBoolean.FALSE) String pattern) {}

    @Test
    void aMemberThatTheContractGainedLaterMayBeAbsent() throws JsonProcessingException {
        assertThat(EventJson.MAPPER.readValue("{\"colour\":\"red\"}", Shell.class))
                .isEqualTo(new Shell("red", null));
    }

    @Test
    void aMemberOfTheFirstHourMayBeNullButNotAbsent() throws JsonProcessingException {
        assertThat(EventJson.MAPPER.readValue("{\"colour\":null}", Shell.class)).isEqualTo(new Shell(null, null));
        assertThatThrownBy(() -> EventJson.MAPPER.readValue("{\"pattern\":\"spots\"}", Shell.class))
                .isInstanceOf(MismatchedInputException.class)
                .hasMessageContaining("colour");
    }
}
