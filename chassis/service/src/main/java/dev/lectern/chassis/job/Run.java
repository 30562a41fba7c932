package dev.lectern.chassis.job;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/** A job that is under way in this process. */
final class Run {

    private final UUID id = UUID.randomUUID();
    private final String path;
    private final Progress progress = new Progress();
    private final CompletableFuture<Object> end = new CompletableFuture<>();
    private final AtomicBoolean decided = new AtomicBoolean();
    private volatile boolean watched;

    /** @param collection the path below which its status is */
    Run(String collection) {
        this.path = collection.replaceFirst("/$", "") + "/" + id;
    }

    /**
     * Lets its end be kept for those who ask later. False when it ends in this moment, and its answer is about to be
     * there.
     */
    boolean watch() {
        if (decided.compareAndSet(false, true)) {
            watched = true;
        }
        return watched;
    }

    /** Whether its end is to be kept: asked once, just before the end. */
    boolean isWatched() {
        return !decided.compareAndSet(false, true) && watched;
    }

    UUID id() {
        return id;
    }

    String path() {
        return path;
    }

    Progress progress() {
        return progress;
    }

    CompletableFuture<Object> end() {
        return end;
    }
}
