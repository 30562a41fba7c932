package dev.lectern.chassis.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.OptBoolean;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import org.junit.jupiter.api.Test;

class EventJsonTest {

    record Shell(
            String colour,
            @JsonProperty(isRequired = OptBoolean.FALSE) String pattern) {}

    record Egg(int grams, @JsonUnwrapped Shell shell, boolean hatched) {}

    record Find(@JsonUnwrapped Egg egg, String nest) {}

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

    @Test
    void thePartsOfARecordHaveTheirMembersWhereTheyStandInIt() throws JsonProcessingException {
        var json = "{\"grams\":60,\"colour\":\"red\",\"pattern\":null,\"hatched\":false,\"nest\":\"oak\"}";
        var find = new Find(new Egg(60, new Shell("red", null), false), "oak");

        assertThat(EventJson.MAPPER.writeValueAsString(find)).isEqualTo(json);
        assertThat(EventJson.MAPPER.readValue(json, Find.class)).isEqualTo(find);
    }

    @Test
    void aMemberOfAPartMayNotBeAbsentEither() {
        assertThatThrownBy(() -> EventJson.MAPPER.readValue(
                        "{\"grams\":60,\"hatched\":false,\"nest\":\"oak\",\"size\":\"L\"}", Find.class))
                .isInstanceOf(MismatchedInputException.class)
                .hasMessageContaining("colour");
        assertThatThrownBy(() -> EventJson.MAPPER.readValue(
                        "{\"colour\":\"red\",\"hatched\":false,\"nest\":\"oak\"}", Find.class))
                .isInstanceOf(MismatchedInputException.class)
                .hasMessageContaining("grams");
    }
}
