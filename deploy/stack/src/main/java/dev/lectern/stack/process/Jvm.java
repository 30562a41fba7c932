package dev.lectern.stack.process;

import com.sun.management.HotSpotDiagnosticMXBean;
import dev.lectern.stack.data.DataDirectory;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a small Java process that starts fast. */
public final class Jvm {

    /** More options for each, separated by blanks, in an environment variable. */
    private static final String MORE = "LECTERN_JAVA_OPTIONS";

    /**
     * For a program that is seldom busy for long: its first minute counts, of which the optimising compiler would have
     * more than the program itself. Once warm, it takes up to twice the time for the same.
     */
    public static final String QUICK_COMPILER = "-XX:TieredStopAtLevel=1";

    /** Whether this Java, as some versions of 17 and each from 21 on, gives back what its C library has to spare. */
    private static final boolean IS_TRIMMING = knows("TrimNativeHeapInterval");

    private Jvm() {}

    private static boolean knows(String option) {
        try {
            ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).getVMOption(option);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /**
     * The words of the command.
     *
     * @param heap the largest heap, as for {@code -Xmx}
     * @param young the size of its young generation, as for {@code -Xmn}: what is needed for a moment
     * @param rest the main class or jar, with its arguments
     */
    public static List<String> command(DataDirectory data, String heap, String young, List<String> rest) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // By this word a leftover is recognised as ours.
                "-Dlectern.data=" + data.root(),
                "-Xmx" + heap,
                "-Xmn" + young,
                // Memory that is not needed any more goes back.
                "-XX:MinHeapFreeRatio=10",
                "-XX:MaxHeapFreeRatio=25",
                // What has had no memory once may be half done and wait for ever; a new process begins where it was.
                "-XX:+ExitOnOutOfMemoryError",
                // Little memory matters more here than the shortest pauses.
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                // An archive that lies where it was made for is shared memory, and need not be rewritten at the start.
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:ArchiveRelocationMode=0",
                // Else twenty times a second figures are written that nobody reads.
                "-XX:-UsePerfData",
                "-Djava.util.logging.SimpleFormatter.format=%1$tFT%1$tT.%1$tL %4$s %3$s %5$s%6$s%n"));
        if (IS_TRIMMING) {
            command.add("-XX:TrimNativeHeapInterval=10000");
        }
        var more = System.getenv().getOrDefault(MORE, "").strip();
        if (!more.isEmpty()) {
            command.addAll(List.of(more.split("\\s+", -1)));
        }
        command.addAll(rest);
        return command;
    }
}
