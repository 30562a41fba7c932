package dev.lectern.chassis.probe;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Ends with 0 where the service of the same container is ready, else with 1. An image with nothing but a Java runtime
 * has no other program that could ask. It is run every few seconds, so it does without an HTTP client, whose classes
 * cost more than the question.
 */
public final class Readiness {

    private static final int MANAGEMENT_PORT = 9000;
    private static final int PATIENCE_MILLIS = 4_000;
    private static final byte[] QUESTION = "GET /q/health/ready HTTP/1.0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final String YES = " 200 ";
    private static final int LONGEST_VERSION = "HTTP/1.1".length();

    private Readiness() {}

    /** Takes the port of the management interface, if it is another than 9000. */
    public static void main(String[] arguments) {
        var port = arguments.length > 0 ? Integer.parseInt(arguments[0]) : MANAGEMENT_PORT;
        System.exit(isReady(port) ? 0 : 1);
    }

    static boolean isReady(int port) {
        try (var socket = new Socket()) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
            socket.getOutputStream().write(QUESTION);
            var status = socket.getInputStream().readNBytes(LONGEST_VERSION + YES.length());
            return new String(status, StandardCharsets.US_ASCII).endsWith(YES);
        } catch (IOException e) {
            return false;
        }
    }
}
