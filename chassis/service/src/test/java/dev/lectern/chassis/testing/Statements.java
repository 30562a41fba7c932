package dev.lectern.chassis.testing;

import org.hibernate.SessionFactory;

/** Counts the statements that are sent to the database. */
public final class Statements {

    private Statements() {}

    /** How many are sent during some work, with those of what goes on beside it. */
    public static long during(Runnable work, SessionFactory sessions) {
        var statistics = sessions.getStatistics();
        statistics.setStatisticsEnabled(true);
        try {
            var before = statistics.getPrepareStatementCount();
            work.run();
            return statistics.getPrepareStatementCount() - before;
        } finally {
            statistics.setStatisticsEnabled(false);
        }
    }
}
