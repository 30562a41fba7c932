package dev.lectern.stack.process;

import java.util.List;
import java.util.Map;

/** What a child process runs, and how one knows that it does. */
public interface Program {

    String name();

    default List<String> needs() {
        return List.of();
    }

    String address();

    /** Called before each start: makes what must be on disk. */
    default void prepare() throws Exception {}

    List<String> command();

    default Map<String, String> environment() {
        return Map.of();
    }

    /** Whether it can be used now; called again and again, at most for a few seconds each time. */
    boolean answers();

    /** Called when it answers for the first time: makes what others expect to find in it. */
    default void furnish() throws Exception {}

    /** The signal for an orderly end. */
    default String stopSignal() {
        return "TERM";
    }
}
