package cip.server.store;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * One thread that runs all writing transactions in the order they came, so that H2 never sees two writers.
 *
 * <p>Forcing the disk costs far more than a small transaction. So the thread runs what is waiting, each in a transaction of
 * its own that commits or rolls back by itself, forces the disk once for all of them, and only then tells their callers.
 * While it forces, the next ones gather. A group ends after {@value #LARGEST_GROUP} transactions or {@value
 * #LONGEST_GROUP_MILLIS} ms, so the first of it never waits long for the last.
 */
final class GroupCommit implements WriteLane {
    private static final int LARGEST_GROUP = 256;
    private static final long LONGEST_GROUP_MILLIS = 50;
    private static final int LONGEST_QUEUE = 2_000;
    private static final long CLOSING_NOTICED_MILLIS = 50;

    private final Jdbi jdbi;
    private final Runnable force;
    private final BlockingQueue<Entry<?>> waiting = new ArrayBlockingQueue<>(LONGEST_QUEUE, true);
    private final Thread thread = new Thread(this::run, "store-writer");
    private volatile boolean closing;

    GroupCommit(Jdbi jdbi, Runnable force) {
        this.jdbi = jdbi;
        this.force = force;
    }

    GroupCommit started() {
        thread.start();
        return this;
    }

    @Override
    public <T> T write(Work<T> work) {
        if (Thread.currentThread() == thread) {
            throw new IllegalStateException("A transaction asked for another one and would wait for itself.");
        }
        Entry<T> entry = new Entry<>(work);
        accept(entry);
        try {
            return entry.durable.join();
        } catch (CompletionException wrapped) {
            throw unwrapped(wrapped);
        }
    }

    private void accept(Entry<?> entry) {
        synchronized (waiting) {
            if (closing) {
                throw new EngineException(
                        ErrorCode.STORE_UNAVAILABLE, "The database is closing and takes no more changes.");
            }
            if (!waiting.offer(entry)) {
                throw new EngineException(
                        ErrorCode.STORE_UNAVAILABLE,
                        LONGEST_QUEUE
                                + " changes are already waiting for the disk.\nMaybe try again in a few seconds.");
            }
        }
    }

    private static RuntimeException unwrapped(CompletionException wrapped) {
        if (wrapped.getCause() instanceof Error error) {
            throw error;
        }
        return wrapped.getCause() instanceof RuntimeException failure ? failure : wrapped;
    }

    private void run() {
        for (Optional<Entry<?>> first = take(); first.isPresent(); first = take()) {
            runGroup(first.get());
        }
    }

    /** The next transaction; empty when there will be none. */
    private Optional<Entry<?>> take() {
        while (true) {
            try {
                boolean last = closing;
                Entry<?> entry = waiting.poll(CLOSING_NOTICED_MILLIS, TimeUnit.MILLISECONDS);
                if (entry != null || last) {
                    return Optional.ofNullable(entry);
                }
            } catch (InterruptedException nobodyMay) {
                // Only close() ends this thread: an interrupt would also break H2's file channel.
            }
        }
    }

    private void runGroup(Entry<?> first) {
        List<Entry<?>> committed = new ArrayList<>();
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LONGEST_GROUP_MILLIS);
        for (Entry<?> entry = first; entry != null; entry = waiting.poll()) {
            if (entry.commits(jdbi)) {
                committed.add(entry);
            }
            if (committed.size() >= LARGEST_GROUP || System.nanoTime() > end) {
                break;
            }
        }
        if (committed.isEmpty()) {
            return;
        }
        try {
            force.run();
        } catch (RuntimeException | Error failure) {
            committed.forEach(entry -> entry.durable.completeExceptionally(failure));
            return;
        }
        committed.forEach(Entry::tell);
    }

    @Override
    public void close() {
        synchronized (waiting) {
            closing = true;
        }
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException later) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** One caller's transaction. */
    private static final class Entry<T> {
        final CompletableFuture<T> durable = new CompletableFuture<>();
        private final Work<T> work;
        private @Nullable T result;

        Entry(Work<T> work) {
            this.work = work;
        }

        boolean commits(Jdbi jdbi) {
            try {
                result = jdbi.inTransaction(work::with);
                return true;
            } catch (RuntimeException | Error failure) {
                durable.completeExceptionally(failure);
                return false;
            }
        }

        @SuppressWarnings("NullAway") // T itself says whether the work may return null.
        void tell() {
            durable.complete(result);
        }
    }
}
