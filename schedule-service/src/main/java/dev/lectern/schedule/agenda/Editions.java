package dev.lectern.schedule.agenda;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Asks the database which edition of an agenda is public. Those who come while it is being asked share the next
 * question, so everyone gets an answer that is younger than their request, and a crowd of readers costs little more
 * than one.
 */
@ApplicationScoped
class Editions {

    private final AgendaReader reader;
    private Map<String, CompletableFuture<Optional<Agenda.Edition>>> waiting = new HashMap<>();
    private boolean asking;

    Editions(AgendaReader reader) {
        this.reader = reader;
    }

    /**
     * The edition of a public agenda; empty when there is no such conference or it is not public. Comes on a worker
     * thread.
     */
    Uni<Optional<Agenda.Edition>> of(String slug) {
        return Uni.createFrom().completionStage(() -> join(slug));
    }

    private synchronized CompletableFuture<Optional<Agenda.Edition>> join(String slug) {
        if (!asking) {
            Infrastructure.getDefaultExecutor().execute(this::ask);
            asking = true;
        }
        return waiting.computeIfAbsent(slug, any -> new CompletableFuture<>());
    }

    private void ask() {
        for (var batch = take(); !batch.isEmpty(); batch = take()) {
            answer(batch);
        }
    }

    private synchronized Map<String, CompletableFuture<Optional<Agenda.Edition>>> take() {
        var batch = waiting;
        waiting = new HashMap<>();
        asking = !batch.isEmpty();
        return batch;
    }

    private void answer(Map<String, CompletableFuture<Optional<Agenda.Edition>>> batch) {
        try {
            var editions = reader.editions(batch.keySet());
            batch.forEach((slug, answer) -> answer.complete(Optional.ofNullable(editions.get(slug))));
        } catch (RuntimeException | Error e) {
            batch.values().forEach(answer -> answer.completeExceptionally(e));
        }
    }
}
