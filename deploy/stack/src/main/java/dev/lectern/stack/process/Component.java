package dev.lectern.stack.process;

import java.util.List;

/** One part of the stack: a child process, or something that lives in the launcher. */
public interface Component {

    String name();

    /** The components that must be ready before this one starts, and that stop after it. */
    default List<String> needs() {
        return List.of();
    }

    /** Where it can be reached, for people. */
    String address();

    /** Starts it and returns when others may use it. */
    void start() throws Exception;

    /** Called before any component is stopped: takes no more work, and returns when what it has begun is done. */
    default void drain() throws Exception {}

    /** Stops it and returns when it has ended; does nothing when it does not run. */
    void stop() throws Exception;
}
