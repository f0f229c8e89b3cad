package cip.server.models;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Answers that take long to work out. Whoever asks for the same at the same time waits for the one who asked first; who asks
 * for something else does not, unless too many are at work. A failure is not kept. Thread-safe.
 */
final class KeptAnswers<K, V> {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final Cache<K, FutureTask<V>> kept;
    private final Semaphore atWork;

    /** @param most answers that are kept @param atOnce answers that are worked out at the same time */
    KeptAnswers(int most, int atOnce) {
        this.kept = Caffeine.newBuilder().maximumSize(most).build();
        this.atWork = new Semaphore(atOnce, true);
    }

    /**
     * @param work is done on the caller's thread, and what it throws is thrown to everybody who waits for it
     * @throws EngineException TOO_MANY_REQUESTS when too many others are at work for too long
     */
    V of(K key, Supplier<V> work) {
        while (true) {
            FutureTask<V> task = kept.asMap().computeIfAbsent(key, none -> new FutureTask<>(() -> worked(work)));
            task.run();
            try {
                return task.get();
            } catch (ExecutionException e) {
                kept.asMap().remove(key, task);
                if (e.getCause() instanceof RuntimeException refused) {
                    throw refused;
                }
                if (Thread.currentThread().isInterrupted()) {
                    throw new CancellationException("Nobody waits for the answer any more.");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("Nobody waits for the answer any more.");
            }
        }
    }

    /** Whoever is interrupted stays so, and leaves the work to the next one who waits for it. */
    private V worked(Supplier<V> work) throws InterruptedException {
        try {
            if (!atWork.tryAcquire(LONGEST_WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new EngineException(
                        ErrorCode.TOO_MANY_REQUESTS,
                        "As many such questions are worked on as the engine takes at once.\nMaybe ask again in a minute.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw e;
        }
        try {
            return work.get();
        } finally {
            atWork.release();
        }
    }
}
