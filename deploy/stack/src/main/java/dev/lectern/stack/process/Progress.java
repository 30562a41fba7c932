package dev.lectern.stack.process;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** What the person at the terminal reads while the stack starts, runs and stops. */
public final class Progress {

    private final PrintStream out;

    public Progress(PrintStream out) {
        this.out = out;
    }

    public synchronized void say(String line) {
        out.println(line);
        out.flush();
    }

    public void ready(String name, String address, Duration took) {
        say(String.format(Locale.ROOT, "  %-15s ready in %4.1f s   %s", name, took.toMillis() / 1000.0, address));
    }
}
