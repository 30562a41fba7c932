package dev.lectern.chassis.job;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MemoryTest {

    private static final long MEBI = 1024 * 1024;

    private final Memory memory = new Memory(100 * 1024L);

    @Test
    void whatIsTakenIsNotThereForOthersUntilItIsGivenBack() throws InterruptedException {
        var first = memory.take(60 * MEBI, 0);

        assertThat(memory.take(41 * MEBI, 0)).isNull();
        assertThat(memory.take(40 * MEBI, 0)).isNotNull();
        first.giveBack();
        assertThat(memory.take(60 * MEBI, 0)).isNotNull();
    }

    @Test
    void whatNeedsMoreThanThereIsIsAlone() throws InterruptedException {
        var whole = memory.take(1_000 * MEBI, 0);

        assertThat(whole).isNotNull();
        assertThat(memory.take(MEBI, 0)).isNull();
        whole.giveBack();
        assertThat(memory.take(MEBI, 0)).isNotNull();
    }

    @Test
    void whatNeedsNothingIsNeverRefused() throws InterruptedException {
        memory.take(1_000 * MEBI, 0);

        assertThat(memory.take(0, 0)).isNotNull();
    }
}
