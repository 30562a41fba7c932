package dev.lectern.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** The command {@code deploy/lectern} and the stack that it started, with data and ports of its own. */
final class Lectern {

    private static final ObjectMapper JSON = new ObjectMapper();
    /**
     * Journeys start processes more often than these get warm, and the first compiler alone starts them in half of the
     * time.
     */
    static final String QUICK_START = "-XX:TieredStopAtLevel=1";

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final long LONGEST_START_SECONDS = 900;
    private static final int PATIENCE_MILLIS = 2_000;

    /** The ports of two replicas of each service, and some more. */
    private static final int PORTS = 40;

    private final Path data;
    private final int replicas;
    private final int portBase;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final Map<String, Database> databases = new ConcurrentHashMap<>();
    private JsonNode addresses;
    private Topics topics;

    private Lectern(Path data, int replicas) {
        this.data = data;
        this.replicas = replicas;
        this.portBase = freeBase();
    }

    /** A stack in a folder of its own with so many processes of each service, stopped when the tests end. */
    static Lectern in(Path data, int replicas) {
        var lectern = new Lectern(data, replicas);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> lectern.run("stop")));
        return lectern;
    }

    Path data() {
        return data;
    }

    void up() {
        var arguments = new ArrayList<>(List.of("--detach", "--no-demo", "--port-base", Integer.toString(portBase)));
        if (replicas > 1) {
            arguments.addAll(List.of("--replicas", Integer.toString(replicas)));
        }
        var result = run("up", arguments.toArray(String[]::new));
        if (result.exitCode() != 0) {
            throw new AssertionError("the stack does not start:\n" + result.output());
        }
        addresses = status();
    }

    /** The status right after the last start; its addresses and tokens are still good, its pids may be old. */
    JsonNode addresses() {
        return addresses;
    }

    /** The database of a service. */
    Database database(String service) {
        return databases.computeIfAbsent(service, name -> new Database(addresses, name));
    }

    Topics topics() {
        if (topics == null) {
            topics = new Topics(addresses);
        }
        return topics;
    }

    /** The services are asked first, for the command takes the time of those that start. */
    void awaitReady() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(LONGEST_START_SECONDS))
                .pollInterval(Duration.ofMillis(500))
                .until(() ->
                        areServicesReady() && status().get("state").asText().equals("ready"));
    }

    private boolean areServicesReady() {
        return addresses
                .get("services")
                .valueStream()
                .flatMap(service -> service.get("replicas").valueStream())
                .allMatch(replica -> isOk(replica.get("management").asText() + "/q/health/ready"));
    }

    private static boolean isOk(String url) {
        try {
            var connection = (HttpURLConnection) URI.create(url).toURL().openConnection();
            connection.setReadTimeout(PATIENCE_MILLIS);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException down) {
            return false;
        }
    }

    JsonNode status() {
        var output = run("status", "--json").output();
        try {
            return JSON.readTree(output.substring(output.indexOf('{')));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String token(String email, String group) {
        return tokens.computeIfAbsent(
                email + " " + group,
                any -> run("token", "--email", email, "--group", group).output().strip());
    }

    /** Ends every process of the stack at once, as a power cut would. */
    void killEverything() {
        var status = status();
        var processes =
                Stream.of(Part.values()).flatMap(part -> part.processes(status)).toList();
        processes.forEach(ProcessHandle::destroyForcibly);
        processes.forEach(
                process -> process.onExit().orTimeout(30, TimeUnit.SECONDS).join());
    }

    record Result(int exitCode, String output) {}

    /** Runs a command of {@code deploy/lectern} on this stack's data, and returns when it does. */
    Result run(String command, String... arguments) {
        var line = new ArrayList<>(List.of(ROOT.resolve("deploy/lectern").toString(), command));
        line.addAll(List.of(arguments));
        line.addAll(List.of("--data", data.toString()));
        try {
            var output = Files.createTempFile("lectern", ".out");
            var builder = new ProcessBuilder(line).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().put("LECTERN_JAVA_OPTIONS", QUICK_START);
            var process = builder.start();
            if (!process.waitFor(LONGEST_START_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("it hangs: " + line);
            }
            var text = Files.readString(output);
            Files.delete(output);
            return new Result(process.exitValue(), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /**
     * Below those that outgoing connections take (32,768 and up): a port of a stack that is down must not be taken by
     * one.
     */
    /** The first of as many free ports as a stack may take, below those that systems give to clients. */
    private static int freeBase() {
        while (true) {
            var base = ThreadLocalRandom.current().nextInt(20_000, 31_000);
            if (IntStream.range(base, base + PORTS).allMatch(Lectern::isFree)) {
                return base;
            }
        }
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
