package dev.lectern.schedule.agenda;

import com.github.benmanes.caffeine.cache.Cache;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.function.ToDoubleFunction;

/** What agendas are answered and made from, for the service's metrics. */
@ApplicationScoped
class AgendaMetrics {

    private final AgendaServer server;
    private final MeterRegistry metrics;

    AgendaMetrics(AgendaServer server, MeterRegistry metrics) {
        this.server = server;
        this.metrics = metrics;
    }

    void register(@Observes StartupEvent started) {
        FunctionCounter.builder("lectern.agenda.answers.from.memory", server, AgendaServer::answersFromMemory)
                .description("Requests for agendas that were answered from memory, 304 among them")
                .register(metrics);
        watch("texts", Pieces.memory());
        watch("gzip", Gzip.memory());
        Gauge.builder("lectern.agenda.pieces.size", Pieces.memory(), AgendaMetrics::bytes)
                .description("What the texts of agendas that are kept take")
                .baseUnit("bytes")
                .register(metrics);
    }

    /** @param pieces of what kind */
    private void watch(String pieces, Cache<?, ?> memory) {
        gets(pieces, memory, "hit", cache -> cache.stats().hitCount());
        gets(pieces, memory, "miss", cache -> cache.stats().missCount());
        FunctionCounter.builder(
                        "lectern.agenda.pieces.evictions",
                        memory,
                        cache -> cache.stats().evictionCount())
                .description("Pieces of agendas that were forgotten for others")
                .tag("pieces", pieces)
                .register(metrics);
        Gauge.builder("lectern.agenda.pieces", memory, Cache::estimatedSize)
                .description("Pieces of agendas that are kept")
                .tag("pieces", pieces)
                .register(metrics);
    }

    private void gets(String pieces, Cache<?, ?> memory, String result, ToDoubleFunction<Cache<?, ?>> count) {
        FunctionCounter.builder("lectern.agenda.pieces.gets", memory, count::applyAsDouble)
                .description("Looks for pieces of agendas, by whether they were kept already")
                .tag("pieces", pieces)
                .tag("result", result)
                .register(metrics);
    }

    private static double bytes(Cache<?, ?> texts) {
        return texts.policy().eviction().orElseThrow().weightedSize().orElseThrow();
    }
}
