package dev.lectern.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.chassis.testing.AsyncApiRules;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AsyncApiTest {

    @Test
    void allTopicsAreDescribedToPrograms() throws IOException {
        assertThat(AsyncApiRules.faults("schedule", Path.of(""))).isEmpty();
    }
}
