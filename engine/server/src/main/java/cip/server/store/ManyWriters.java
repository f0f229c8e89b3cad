package cip.server.store;

import org.jdbi.v3.core.Jdbi;

/** Transactions side by side, on the caller's thread: for a server that keeps them apart and durable by itself. */
record ManyWriters(Jdbi jdbi) implements WriteLane {
    @Override
    public <T> T write(Work<T> work) {
        return jdbi.inTransaction(work::with);
    }

    @Override
    public void close() {
        // Every accepted transaction has ended before its caller went on.
    }
}
