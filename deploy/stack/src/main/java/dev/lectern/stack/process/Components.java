package dev.lectern.stack.process;

import static java.util.concurrent.CompletableFuture.allOf;
import static java.util.concurrent.CompletableFuture.anyOf;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/**
 * Starts components side by side, each as soon as what it needs is ready, and stops them the other way round. The list
 * names a component after those that it needs.
 */
public final class Components {

    private static final Executor THREAD_EACH = task -> {
        var thread = new Thread(task, "component");
        thread.setDaemon(true);
        thread.start();
    };

    private final List<Component> components;
    private final Progress progress;
    private volatile boolean stopping;

    public Components(List<Component> components, Progress progress) {
        this.components = components;
        this.progress = progress;
    }

    /** Returns when all are ready. Throws a {@link Failure} as soon as one cannot be started. */
    public void start() {
        var ready = new HashMap<String, CompletableFuture<Void>>();
        var failed = new CompletableFuture<Void>();
        for (var component : components) {
            var needs = component.needs().stream().map(ready::get);
            var start = all(needs.toList()).thenRunAsync(() -> start(component), THREAD_EACH);
            start.exceptionally(e -> {
                failed.completeExceptionally(e);
                return null;
            });
            ready.put(component.name(), start);
        }
        await(anyOf(all(ready.values()), failed));
    }

    /** Whether a component that does not start is meant not to. */
    public boolean isStopping() {
        return stopping;
    }

    /** Returns when all have ended. */
    public void stop() {
        stopping = true;
        components.forEach(this::drain);
        var ended = new HashMap<String, CompletableFuture<Void>>();
        var backwards = new ArrayList<>(components);
        Collections.reverse(backwards);
        for (var component : backwards) {
            var dependents = components.stream()
                    .filter(other -> other.needs().contains(component.name()))
                    .map(other -> ended.get(other.name()));
            ended.put(component.name(), all(dependents.toList()).thenRunAsync(() -> stop(component), THREAD_EACH));
        }
        await(all(ended.values()));
    }

    private void start(Component component) {
        var begin = System.nanoTime();
        try {
            component.start();
        } catch (Failure e) {
            throw e;
        } catch (Exception e) {
            throw new Failure(component.name() + " could not be started: " + e);
        }
        progress.ready(component.name(), component.address(), Duration.ofNanos(System.nanoTime() - begin));
    }

    private void drain(Component component) {
        try {
            component.drain();
        } catch (Exception e) {
            progress.say("  " + component.name() + " could not finish its work: " + e);
        }
    }

    private void stop(Component component) {
        try {
            component.stop();
        } catch (Exception e) {
            progress.say("  " + component.name() + " could not be stopped: " + e);
        }
    }

    private static CompletableFuture<Void> all(Collection<CompletableFuture<Void>> futures) {
        return allOf(futures.toArray(CompletableFuture[]::new));
    }

    private static void await(CompletableFuture<?> future) {
        try {
            future.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof Failure failure ? failure : e;
        }
    }
}
