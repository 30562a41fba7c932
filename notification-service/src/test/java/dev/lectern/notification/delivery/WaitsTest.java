package dev.lectern.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WaitsTest {

    @Test
    void theFirstWaitIsASecondAndEachIsTwiceTheOneBefore() {
        assertThat(Waits.after(1, 0)).isEqualTo(Duration.ofSeconds(1));
        assertThat(Waits.after(2, 0)).isEqualTo(Duration.ofSeconds(2));
        assertThat(Waits.after(5, 0)).isEqualTo(Duration.ofSeconds(16));
    }

    @Test
    void noWaitIsLongerThanAQuarterOfAnHourHoweverManyThereWere() {
        assertThat(Waits.after(11, 0)).isEqualTo(Duration.ofMinutes(15));
        assertThat(Waits.after(1_000_000, 0)).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void whatFailedTogetherDoesNotReturnTogether() {
        assertThat(Waits.after(3, 1)).isEqualTo(Duration.ofSeconds(5));
    }
}
