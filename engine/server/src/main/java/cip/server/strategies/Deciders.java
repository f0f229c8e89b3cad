package cip.server.strategies;

import cip.core.decide.Decider;
import cip.core.decide.StrategyHash;
import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * Compiled strategies used lately. Who asks for one that is being compiled waits for it; nobody waits for a strategy that
 * they did not ask for. Thread-safe.
 */
final class Deciders {
    private final Cache<StrategyHash, FutureTask<Decider>> lately;

    Deciders(int most) {
        lately = Caffeine.newBuilder().maximumSize(most).build();
    }

    /** @param compile for the first who asks; what it throws, everybody gets who waits, and the next one tries again */
    Decider of(StrategyHash hash, Supplier<Decider> compile) {
        FutureTask<Decider> task = lately.get(hash, missing -> new FutureTask<>(compile::get));
        task.run();
        try {
            return result(task);
        } catch (RuntimeException failed) {
            lately.asMap().remove(hash, task);
            throw failed;
        }
    }

    /** Replaces a decider, also one that is only being compiled. */
    void change(StrategyHash hash, UnaryOperator<Decider> change) {
        lately.asMap()
                .computeIfPresent(
                        hash,
                        (same, task) -> new FutureTask<>(() -> {
                            task.run();
                            return change.apply(result(task));
                        }));
    }

    private static Decider result(FutureTask<Decider> task) {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException(ErrorCode.INTERNAL, "The wait for a strategy was interrupted.", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof EngineException refused) {
                throw refused;
            }
            throw new IllegalStateException("A strategy could not be compiled.", e.getCause());
        }
    }
}
