package dev.lectern.stack.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.stack.FreePort;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {

    private final Map<Integer, Integer> moved = new HashMap<>();

    @TempDir
    private Path folder;

    private DataDirectory data;

    @BeforeEach
    void open() {
        data = new DataDirectory(folder);
    }

    @Test
    void portsFollowTheBase() {
        var base = freeBase();
        // When
        var ports = Ports.choose(data, Optional.of(base), 1, moved::put);
        // Then
        assertThat(ports.of(Port.GATEWAY)).isEqualTo(base);
        assertThat(ports.of(Port.management("notification", 1))).isEqualTo(base + 15);
        assertThat(ports.url(Port.GATEWAY)).isEqualTo("http://127.0.0.1:" + base);
        assertThat(moved).isEmpty();
    }

    @Test
    void aBusyPortIsReplacedByAFreeOneAndSaid() throws Exception {
        // Given
        var base = freeBase();
        try (var busy = new ServerSocket(base, 1, InetAddress.getLoopbackAddress())) {
            // When
            var ports = Ports.choose(data, Optional.of(base), 1, moved::put);
            // Then
            assertThat(ports.of(Port.GATEWAY)).isNotEqualTo(busy.getLocalPort());
            assertThat(ports.numbers().values()).doesNotHaveDuplicates();
            assertThat(moved).isEqualTo(Map.of(base, ports.of(Port.GATEWAY)));
        }
    }

    @Test
    void thePortsUsedLastAreUsedAgain() throws Exception {
        // Given
        var base = freeBase();
        Ports.choose(data, Optional.of(base), 1, moved::put).save(data);
        // When
        var ports = Ports.choose(data, Optional.empty(), 1, moved::put);
        // Then
        assertThat(ports).isEqualTo(Ports.last(data).orElseThrow());
        assertThat(ports.of(Port.GATEWAY)).isEqualTo(base);
    }

    @Test
    void furtherReplicasHavePortsOfTheirOwn() throws Exception {
        // Given
        var base = freeBase();
        Ports.choose(data, Optional.of(base), 1, moved::put).save(data);
        // When
        var ports = Ports.choose(data, Optional.empty(), Port.MOST_REPLICAS, moved::put);
        ports.save(data);
        // Then
        assertThat(ports.of(Port.http("catalog", 2))).isEqualTo(base + 16);
        assertThat(ports.of(Port.management("notification", 5))).isEqualTo(base + 39);
        assertThat(ports.numbers().values()).hasSize(41).doesNotHaveDuplicates();
        assertThat(Ports.last(data)).contains(ports);
    }

    /** One above which the other ports are free too, as far as one can tell. */
    private static int freeBase() {
        var base = FreePort.find();
        while (base > 64_000 || !allFree(base)) {
            base = FreePort.find();
        }
        return base;
    }

    private static boolean allFree(int base) {
        for (var port : Port.all(Port.MOST_REPLICAS)) {
            if (!Ports.isFree(port.above(base))) {
                return false;
            }
        }
        return true;
    }
}
