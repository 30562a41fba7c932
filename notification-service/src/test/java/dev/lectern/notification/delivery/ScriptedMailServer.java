package dev.lectern.notification.delivery;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A mail server that does as it is told, well or badly: per command ({@code GREETING} and {@code .} among them) a
 * reply, or worse.
 */
final class ScriptedMailServer implements AutoCloseable {

    /** Closes the connection instead of replying. */
    static final String CUT = "cut";

    /** Says nothing until {@link #goOn()}, then what it would have said. */
    static final String HANG = "hang";

    private static final Map<String, String> WELL = Map.of(
            "GREETING", "220 mail.example ready", "DATA", "354 go ahead", ".", "250 2.0.0 taken", "QUIT", "221 bye");

    private final Map<String, String> script;
    private final ServerSocket socket;
    private final List<String> messages;
    private final List<String> logins = new CopyOnWriteArrayList<>();
    private final List<String> senders = new CopyOnWriteArrayList<>();
    private final List<String> recipients = new CopyOnWriteArrayList<>();
    private final List<Socket> clients = new CopyOnWriteArrayList<>();
    private final Map<String, CountDownLatch> reached = new ConcurrentHashMap<>();
    private final AtomicInteger connections = new AtomicInteger();
    private volatile CountDownLatch goOn = new CountDownLatch(1);

    private ScriptedMailServer(Map<String, String> script, List<String> messages) {
        this.messages = messages;
        try {
            this.script = new ConcurrentHashMap<>(script);
            this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            new Thread(this::accept, "scripted-mail-server").start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ScriptedMailServer behavingWell() {
        return keepingIn(new CopyOnWriteArrayList<>());
    }

    /** One that behaves well, of several whose messages are in the order in which all of them got them. */
    static ScriptedMailServer keepingIn(List<String> messages) {
        return new ScriptedMailServer(Map.of(), messages);
    }

    static ScriptedMailServer at(String command, String reply) {
        return new ScriptedMailServer(Map.of(command, reply), new CopyOnWriteArrayList<>());
    }

    ScriptedMailServer andAt(String command, String reply) {
        reached.remove(command);
        if (reply.equals(HANG)) {
            goOn = new CountDownLatch(1);
        }
        script.put(command, reply);
        return this;
    }

    /** From now on. */
    void behaveWell() {
        script.clear();
    }

    int port() {
        return socket.getLocalPort();
    }

    /** The messages handed over, as they were before dots were doubled; those not acknowledged too. */
    List<String> messages() {
        return messages;
    }

    List<String> logins() {
        return logins;
    }

    List<String> senders() {
        return senders;
    }

    List<String> recipients() {
        return recipients;
    }

    int connections() {
        return connections.get();
    }

    void awaitReached(String command) throws InterruptedException {
        latch(command).await();
    }

    /** Whether some client has waited for the answer to this since {@link #andAt} or the start. */
    boolean wasReached(String command) {
        return latch(command).getCount() == 0;
    }

    void goOn() {
        goOn.countDown();
    }

    /** As a server does with clients that are idle for too long. */
    void dropClients() throws IOException {
        for (var client : clients) {
            client.close();
        }
    }

    @Override
    public void close() throws IOException {
        goOn();
        socket.close();
        dropClients();
    }

    private CountDownLatch latch(String command) {
        return reached.computeIfAbsent(command, name -> new CountDownLatch(1));
    }

    private void accept() {
        try {
            while (!socket.isClosed()) {
                var client = socket.accept();
                clients.add(client);
                connections.incrementAndGet();
                new Thread(() -> serve(client), "scripted-mail-client").start();
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    private void serve(Socket client) {
        try (client;
                var in = new BufferedReader(
                        new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1))) {
            var out = client.getOutputStream();
            var open = reply("GREETING", out);
            while (open) {
                var line = in.readLine();
                open = line != null && answer(line, in, out);
            }
        } catch (IOException e) {
            // The client or the test ended the connection.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean answer(String line, BufferedReader in, OutputStream out) throws IOException, InterruptedException {
        var verb = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
        if (verb.equals("AUTH")) {
            logins.add(line);
        }
        if (verb.equals("MAIL")) {
            senders.add(line);
        }
        if (verb.equals("RCPT")) {
            recipients.add(line);
        }
        if (!reply(verb, out)) {
            return false;
        }
        if (verb.equals("DATA") && !script.containsKey("DATA")) {
            messages.add(message(in));
            return reply(".", out);
        }
        return !verb.equals("QUIT");
    }

    private static String message(BufferedReader in) throws IOException {
        var message = new StringBuilder();
        for (var line = in.readLine(); !".".equals(line); line = in.readLine()) {
            if (line == null) {
                throw new EOFException("nothing is kept of a message that has no end");
            }
            message.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
        }
        return message.toString();
    }

    /** Whether the connection is still open. */
    private boolean reply(String command, OutputStream out) throws IOException, InterruptedException {
        latch(command).countDown();
        var reply = script.getOrDefault(command, WELL.getOrDefault(command, "250 ok"));
        if (reply.equals(CUT)) {
            return false;
        }
        if (reply.equals(HANG)) {
            goOn.await();
            reply = WELL.getOrDefault(command, "250 ok");
        }
        out.write((reply + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
        return true;
    }
}
