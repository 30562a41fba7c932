package dev.lectern.stack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatienceTest {

    @ParameterizedTest
    @CsvSource({"0.1, 2, 180", "2, 2, 180", "6, 2, 540", "30, 2, 1800", "500, 2, 1800", "-1, 2, 180", "6, 8, 180"})
    void aBusyMachineHasMoreTime(double load, int processors, int seconds) {
        assertThat(Patience.stretched(Duration.ofMinutes(3), load, processors)).hasSeconds(seconds);
    }
}
