package dev.lectern.stack.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lectern.stack.data.Ports;
import dev.lectern.stack.doctor.Finding.Mark;
import dev.lectern.stack.service.Replica;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HealthTest {

    private static final Replica CATALOG = new Replica("catalog", 1);

    /** A service with too much to do is not restarted in vain. */
    @Test
    void whoListensAndSaysNothingIsSlow() throws IOException {
        try (var silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            assertThat(lookAt(silent.getLocalPort())).hasSize(2).allSatisfy(finding -> {
                assertThat(finding.mark()).isEqualTo(Mark.WARN);
                assertThat(finding.fact()).contains("slow");
            });
        }
    }

    @Test
    void whereNobodyListensItIsDead() throws IOException {
        int unused;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            unused = socket.getLocalPort();
        }
        assertThat(lookAt(unused)).hasSize(2).allSatisfy(finding -> {
            assertThat(finding.mark()).isEqualTo(Mark.FAIL);
            assertThat(finding.fact()).contains("dead");
        });
    }

    private static List<Finding> lookAt(int port) {
        var ports = new Ports(Map.of(CATALOG.management(), port));
        return new Health(ports, List.of(CATALOG), Duration.ofMillis(200)).look();
    }
}
