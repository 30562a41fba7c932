package dev.lectern.chassis.probe;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class ReadinessTest {

    @Test
    void onlyAServiceThatSaysSoIsReady() throws IOException {
        assertThat(isReadyWhereTheAnswerIs(200)).isTrue();
        assertThat(isReadyWhereTheAnswerIs(503)).isFalse();
        assertThat(isReadyWhereTheAnswerIs(404)).isFalse();
    }

    @Test
    void aServiceThatIsNotThereIsNotReady() throws IOException {
        int free;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = socket.getLocalPort();
        }

        assertThat(Readiness.isReady(free)).isFalse();
    }

    private static boolean isReadyWhereTheAnswerIs(int status) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1);
        server.createContext("/", exchange -> {
            var isHealth = exchange.getRequestURI().getPath().equals("/q/health/ready");
            exchange.sendResponseHeaders(isHealth ? status : 404, -1);
            exchange.close();
        });
        server.start();
        try {
            return Readiness.isReady(server.getAddress().getPort());
        } finally {
            server.stop(0);
        }
    }
}
