package dev.lectern.notification.briefing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;

/** Looks whether organisers are to hear of answers. */
@ApplicationScoped
class AnswerWorker {

    private final AnswerNews news;

    AnswerWorker(AnswerNews news) {
        this.news = news;
    }

    @Scheduled(every = "30s", concurrentExecution = ConcurrentExecution.SKIP)
    void tell() {
        while (QuarkusTransaction.requiringNew().call(news::tellNext)) {
            // One conference after the other.
        }
    }
}
