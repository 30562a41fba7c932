package dev.lectern.stack;

import dev.lectern.stack.data.DataDirectory;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** {@code --data DIR}, which every command takes. */
final class DataOption {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${env:LECTERN_DATA}",
            description = "The folder in which the stack keeps everything. Default: $LECTERN_DATA, else deploy/.data")
    private Path folder;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    @SuppressWarnings("unused") // picocli acts on it
    private boolean help;

    DataDirectory directory() {
        return new DataDirectory(folder != null ? folder : Home.path().resolve("deploy/.data"));
    }
}
