package cip.core.score;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Work on an untrusted model file, done in a thread of its own. The thread has half the usual stack, so what passes here
 * has room in any other thread; running out of stack or memory, and taking too long, refuse the model and leave the
 * caller unharmed. The limit is on CPU time, so that a busy machine refuses nothing; a generous limit on elapsed time
 * catches what waits.
 *
 * <p>Java cannot stop a thread. One that runs into its limit is interrupted and left behind as a daemon of lowest
 * priority; the static checks of {@link PmmlGate} are there so that this does not happen.
 */
final class BoundedRun {
    private static final long STACK_BYTES = 512 * 1024;
    private static final int ELAPSED_PER_CPU = 12;
    private static final long LOOK_MILLIS = 50;

    private BoundedRun() {}

    /** @throws EngineException INVALID_MODEL when the work fails in any way */
    static <T> T call(String doing, Duration cpuLimit, Callable<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Runnable task = () -> {
            try {
                result.complete(work.call());
            } catch (Throwable e) {
                result.completeExceptionally(e);
            }
        };
        Thread thread = new Thread(null, task, "pmml-" + doing, STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        try {
            return await(doing, cpuLimit, thread, result);
        } catch (ExecutionException e) {
            throw refusal(doing, e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            abandon(thread);
            Thread.currentThread().interrupt();
            throw new EngineException(ErrorCode.INTERNAL, "Interrupted while " + doing + " a model file.", e);
        }
    }

    private static <T> T await(String doing, Duration cpuLimit, Thread thread, CompletableFuture<T> result)
            throws ExecutionException, InterruptedException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long end = System.nanoTime() + cpuLimit.toNanos() * ELAPSED_PER_CPU;
        while (true) {
            try {
                return result.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                long used = threads.getThreadCpuTime(thread.getId());
                if (used > cpuLimit.toNanos() || System.nanoTime() > end) {
                    abandon(thread);
                    throw new EngineException(
                            ErrorCode.INVALID_MODEL,
                            "The model file was given up: " + doing + " it took more than " + cpuLimit.toMillis()
                                    + " ms of CPU time.\nMaybe its expressions multiply work.",
                            e);
                }
            }
        }
    }

    private static void abandon(Thread thread) {
        thread.interrupt();
        thread.setPriority(Thread.MIN_PRIORITY);
    }

    private static EngineException refusal(String doing, Throwable cause) {
        if (cause instanceof EngineException refused) {
            return refused;
        }
        if (cause instanceof StackOverflowError) {
            return new EngineException(
                    ErrorCode.INVALID_MODEL,
                    "The model file ran out of stack while " + doing + ".\nMaybe its elements or expressions are nested"
                            + " too deeply.",
                    cause);
        }
        if (cause instanceof OutOfMemoryError) {
            return new EngineException(
                    ErrorCode.INVALID_MODEL,
                    "The model file ran out of memory while " + doing + ".\nMaybe the file is too large for this"
                            + " process.",
                    cause);
        }
        return new EngineException(
                ErrorCode.INVALID_MODEL,
                "The model file failed while " + doing + ": " + describe(cause)
                        + ".\nMaybe the file was cut off or written by hand.",
                cause);
    }

    private static String describe(Throwable cause) {
        for (@Nullable Throwable at = cause; at != null; at = at.getCause()) {
            String message = at.getMessage();
            if (message != null && !message.isBlank() && at.getCause() == null) {
                return Quoted.withoutClasses(message);
            }
        }
        return cause.getClass().getSimpleName();
    }
}
