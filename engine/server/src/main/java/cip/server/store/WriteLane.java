package cip.server.store;

/** How writing transactions get to the database: each whole, and durable once {@link #write} returns. */
interface WriteLane extends AutoCloseable {
    <T> T write(Work<T> work);

    /** Returns when the transactions already accepted are durable; accepts no more. */
    @Override
    void close();
}
