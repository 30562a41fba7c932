package dev.lectern.formats;

/** Where Jazzer, a fuzzer that is guided by coverage, puts its files in; CONTRIBUTING.md says how. {@code -Dlectern.format=} says what is read. */
public final class FilesFuzzer {

    private static final Format FORMAT = Format.named(System.getProperty("lectern.format", "auto"), new byte[0]);

    private FilesFuzzer() {}

    public static void fuzzerTestOneInput(byte[] file) {
        ReadOrRefused.require(FORMAT, file);
    }
}
