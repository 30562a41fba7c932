package dev.lectern.stack.process;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import dev.lectern.stack.data.DataDirectory;
import dev.lectern.stack.data.LogEnd;
import dev.lectern.stack.data.OwnProcess;
import dev.lectern.stack.data.Restarts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A program in a process of its own: started, waited for, restarted when it dies, and stopped. */
public final class ChildProcess implements Component {

    /** A cold start on two cores takes up to 30 s; what takes this long where nothing else goes on is stuck. */
    private static final Duration START_LIMIT = Duration.ofMinutes(3);

    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
    private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    /** What was ready for this long did not die of how it was started. */
    private static final Duration HEALTHY = Duration.ofMinutes(1);

    private static final Duration GLANCE = Duration.ofMillis(50);
    private static final int LAST_LINES = 15;

    private final Program program;
    private final DataDirectory data;
    private final Progress progress;
    private Process process;
    private Restarts restarts = Restarts.NONE;
    private Instant readySince;
    private boolean stopping;

    public ChildProcess(Program program, DataDirectory data, Progress progress) {
        this.program = program;
        this.data = data;
        this.progress = progress;
    }

    @Override
    public String name() {
        return program.name();
    }

    @Override
    public List<String> needs() {
        return program.needs();
    }

    @Override
    public String address() {
        return program.address();
    }

    @Override
    public void start() throws Exception {
        data.rotateLog(name());
        keep(Restarts.NONE);
        launch();
        program.furnish();
        watch();
    }

    @Override
    public void stop() throws IOException, InterruptedException {
        var last = signalled();
        if (last != null && !last.waitFor(STOP_LIMIT.toMillis(), MILLISECONDS)) {
            progress.say("  " + name() + " does not stop, so it is killed");
            last.destroyForcibly().waitFor();
        }
        OwnProcess.forget(data, name());
    }

    private synchronized Process signalled() throws IOException {
        stopping = true;
        if (process != null && process.isAlive()) {
            OwnProcess.signal(process.pid(), program.stopSignal());
        }
        return process;
    }

    private void launch() throws Exception {
        program.prepare();
        spawn();
        var begin = System.nanoTime();
        // Whatever answers while the process is dead is someone else's.
        while (!process.isAlive() || !program.answers()) {
            if (!process.isAlive()) {
                throw new Failure(ending());
            }
            var limit = Patience.now(START_LIMIT);
            if (System.nanoTime() - begin > limit.toNanos()) {
                process.destroyForcibly();
                throw new Failure(name() + " was not ready in " + limit.toSeconds() + " s" + lastLines());
            }
            Thread.sleep(GLANCE.toMillis());
        }
        readySince = Instant.now();
    }

    private synchronized void spawn() throws IOException {
        if (stopping) {
            throw new Failure(name() + " is not started any more");
        }
        var builder = new ProcessBuilder(detached(program.command()))
                .directory(data.root().toFile())
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(data.log(name()).toFile()));
        builder.environment().putAll(program.environment());
        process = builder.start();
        OwnProcess.remember(data, name(), process.pid(), program.stopSignal());
    }

    /** In a session of its own, else Ctrl-C in the terminal would end all processes at once, the database first. */
    public static List<String> detached(List<String> command) {
        var setsid = Path.of("/usr/bin/setsid");
        var whole = new ArrayList<String>();
        if (Files.isExecutable(setsid)) {
            whole.add(setsid.toString());
        }
        whole.addAll(command);
        return whole;
    }

    private void watch() {
        var watcher = new Thread(this::keepAlive, "watch-" + name());
        watcher.setDaemon(true);
        watcher.start();
    }

    private void keepAlive() {
        try {
            for (var wait = FIRST_WAIT; hasDied(); wait = longer(wait)) {
                wait = wasHealthy() ? FIRST_WAIT : wait;
                revive(wait);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns when it has ended; false if that is as it should be. */
    private boolean hasDied() throws InterruptedException {
        process.waitFor();
        return !isStopping();
    }

    private boolean wasHealthy() {
        return readySince != null && readySince.plus(HEALTHY).isBefore(Instant.now());
    }

    private void revive(Duration wait) throws InterruptedException {
        if (readySince != null) {
            progress.say("  " + ending());
        }
        readySince = null;
        keep(restarts.died(Instant.now()));
        progress.say("  " + name() + " is started again in " + wait.toSeconds() + " s");
        Thread.sleep(wait.toMillis());
        try {
            launch();
            keep(restarts.back());
            progress.say("  " + name() + " is back");
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            if (!isStopping()) {
                progress.say("  " + e.getMessage());
            }
        }
    }

    /** Where even that is impossible, a restart is not given up for it. */
    private void keep(Restarts news) {
        restarts = news;
        try {
            restarts.save(data, name());
        } catch (IOException | UncheckedIOException e) {
            progress.say("  the restarts of " + name() + " cannot be kept: " + e);
        }
    }

    private synchronized boolean isStopping() {
        return stopping;
    }

    private static Duration longer(Duration wait) {
        var twice = wait.multipliedBy(2);
        return twice.compareTo(LONGEST_WAIT) < 0 ? twice : LONGEST_WAIT;
    }

    private String ending() {
        return name() + " ended with exit code " + process.exitValue() + lastLines();
    }

    private String lastLines() {
        try {
            return "; the end of " + data.log(name()) + ":\n    "
                    + String.join("\n    ", LogEnd.lines(data.log(name()), LAST_LINES));
        } catch (IOException e) {
            return "; and its log cannot be read";
        }
    }
}
