package dev.lectern.stack;

import java.nio.file.Path;

/** The folder of the project, from which everything is started; {@code deploy/lectern} says where it is. */
final class Home {

    private Home() {}

    static Path path() {
        return Path.of(System.getProperty("lectern.home", "")).toAbsolutePath();
    }

    /** For what can be made again at any time. */
    static Path scratch() {
        return path().resolve("deploy/stack/target");
    }
}
