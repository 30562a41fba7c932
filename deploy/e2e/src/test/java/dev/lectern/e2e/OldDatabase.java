package dev.lectern.e2e;

/** What the database of a service was at a moment, as a backup would have it. */
final class OldDatabase {

    private final Database server = RunningStack.database("postgres");
    private final String service;

    private OldDatabase(String service) {
        this.service = service;
    }

    /** Whoever is connected is thrown out for as long as it takes to copy it. */
    static OldDatabase of(String service) {
        var old = new OldDatabase(service);
        old.close();
        old.server.execute("drop database if exists old_" + service);
        old.server.execute("create database old_%1$s template %1$s".formatted(service));
        old.server.execute("alter database %s allow_connections true".formatted(service));
        return old;
    }

    /** In place of the present one, and with it goes what was written since; the services are to be stopped next. */
    void putBack(String... first) {
        for (var statement : first) {
            RunningStack.database("old_" + service).execute(statement);
        }
        close();
        server.execute("drop database if exists lost_" + service);
        server.execute("alter database %1$s rename to lost_%1$s".formatted(service));
        server.execute(
                "select pg_terminate_backend(pid) from pg_stat_activity where datname = 'old_%s'".formatted(service));
        server.execute("alter database old_%1$s rename to %1$s".formatted(service));
        server.execute("alter database lost_%s allow_connections true".formatted(service));
    }

    private void close() {
        server.execute("alter database %s allow_connections false".formatted(service));
        server.execute(
                "select pg_terminate_backend(pid) from pg_stat_activity where datname = '%s'".formatted(service));
    }
}
