package dev.lectern.schedule.agenda;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.regex.Pattern;

/**
 * Asks the own server for an agenda, in one connection, as often as it takes until the virtual machine has compiled what
 * answers.
 *
 * @param port on this machine
 */
record Rehearsal(int port, String slug) {

    private static final int WHOLE = 500;
    private static final int CONDITIONAL = 1_500;
    private static final int PATIENCE_MILLIS = 5_000;
    private static final Pattern LENGTH = Pattern.compile("content-length: *(\\d+)", Pattern.CASE_INSENSITIVE);

    void perform() throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(PATIENCE_MILLIS);
            ask(socket, "", WHOLE);
            ask(socket, "If-None-Match: *\r\n", CONDITIONAL);
        }
    }

    private void ask(Socket socket, String condition, int times) throws IOException {
        var request = "GET /agenda/%s HTTP/1.1\r\nHost: localhost\r\nAccept: application/json\r\n%s\r\n"
                .formatted(slug, condition)
                .getBytes(US_ASCII);
        var answers = new BufferedInputStream(socket.getInputStream());
        for (var time = 0; time < times; time++) {
            socket.getOutputStream().write(request);
            var length = LENGTH.matcher(head(answers));
            if (condition.isEmpty() && length.find()) {
                answers.skipNBytes(Long.parseLong(length.group(1)));
            }
        }
    }

    private static String head(InputStream answers) throws IOException {
        var head = new StringBuilder();
        while (head.length() < 4 || head.indexOf("\r\n\r\n", head.length() - 4) < 0) {
            var letter = answers.read();
            if (letter < 0) {
                throw new EOFException("the server has closed the connection");
            }
            head.append((char) letter);
        }
        return head.toString();
    }
}
