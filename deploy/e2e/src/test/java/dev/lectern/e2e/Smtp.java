package dev.lectern.e2e;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;

/** As much of a mail client (RFC 5321) as hands over a message byte by byte. */
final class Smtp implements AutoCloseable {

    private final Socket socket;
    private final BufferedReader replies;
    private final OutputStream commands;

    /** @param address host and port */
    Smtp(String address) throws IOException {
        var colon = address.lastIndexOf(':');
        socket = new Socket(address.substring(0, colon), Integer.parseInt(address.substring(colon + 1)));
        replies = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
        commands = socket.getOutputStream();
        expect("220");
        command("HELO localhost", "250");
    }

    void send(String from, String to, byte[] message) throws IOException {
        command("MAIL FROM:<" + from + ">", "250");
        command("RCPT TO:<" + to + ">", "250");
        command("DATA", "354");
        command(new String(message, ISO_8859_1).replace("\r\n.", "\r\n..").stripTrailing() + "\r\n.", "250");
    }

    private void command(String line, String reply) throws IOException {
        commands.write((line + "\r\n").getBytes(ISO_8859_1));
        commands.flush();
        expect(reply);
    }

    private void expect(String code) throws IOException {
        var line = replies.readLine();
        while (line != null && line.startsWith(code + "-")) {
            line = replies.readLine();
        }
        if (line == null || !line.startsWith(code)) {
            throw new IOException("instead of " + code + " came " + line);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
