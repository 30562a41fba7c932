package dev.lectern.formats;

import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * Where Jazzer, a fuzzer that is guided by coverage, puts its files in; CONTRIBUTING.md says how.
 * {@code -Dlectern.format=} says what is read.
 */
public final class FilesFuzzer {

    private static final Format FORMAT =
            Format.named(System.getProperty("lectern.format", "indico-report"), new byte[0]);
    private static final Duration LONGEST = Duration.ofSeconds(2);

    /** The first files take the time in which classes are loaded and instrumented. */
    private static final int FIRST_FILES = 500;

    private static int files;

    private FilesFuzzer() {}

    public static void fuzzerTestOneInput(byte[] file) {
        var start = cpuTime();
        ReadOrRefused.require(FORMAT, file);
        var taken = Duration.ofNanos(cpuTime() - start);
        if (++files > FIRST_FILES && taken.compareTo(LONGEST) > 0) {
            throw new AssertionError("It takes " + taken);
        }
    }

    private static long cpuTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
