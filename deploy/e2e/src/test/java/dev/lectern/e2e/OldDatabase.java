package dev.lectern.e2e;

/** What the database of a service was at a moment, as a backup would have it. */
final class OldDatabase {

    private final Database server = RunningStack.database("postgres");
    private final String service;
    private final Lectern lectern;

    private OldDatabase(String service, Lectern lectern) {
        this.service = service;
        this.lectern = lectern;
    }

    /** Copies it as it is now. Whoever is connected is thrown out meanwhile, and the stack starts again. */
    static OldDatabase of(String service, Lectern lectern) {
        var old = new OldDatabase(service, lectern);
        old.close();
        old.server.execute("drop database if exists old_" + service);
        old.server.execute("create database old_%1$s template %1$s".formatted(service));
        old.server.execute("alter database %s allow_connections true".formatted(service));
        old.restart();
        return old;
    }

    /**
     * Puts it in the place of the present one, with which goes what was written since, and starts the stack again.
     *
     * @param first what is done to it before
     */
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
        restart();
    }

    private void restart() {
        lectern.run("stop");
        lectern.up();
    }

    private void close() {
        server.execute("alter database %s allow_connections false".formatted(service));
        server.execute(
                "select pg_terminate_backend(pid) from pg_stat_activity where datname = '%s'".formatted(service));
    }
}
