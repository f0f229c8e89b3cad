package cip.server.drafts;

import cip.core.decide.CustomerBase;
import cip.core.decide.ModelReference;
import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.spi.FeatureColumn.NumberColumn;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What models that decide nothing give to the customers of the decided base: one column for each model, made once and in the
 * background, one after the other, for as long as the base is the same. Who has not been asked for a while is given up, unfinished
 * or for the memory of others. Thread-safe.
 */
final class ModelScores {
    private static final Logger LOG = LoggerFactory.getLogger(ModelScores.class);

    /** Several times what a console lets pass between two questions while it waits. */
    static final Duration SILENCE = Duration.ofSeconds(30);

    /** Scores the customers of a base by a model, telling between pages how many are done; what that throws ends it. */
    interface Scoring {
        NumberColumn of(CustomerBase base, ModelReference model, LongConsumer progress);
    }

    private final Scoring scoring;
    private final Executor worker;
    private final LongSupplier nanoTime;
    private final long memory;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private WeakReference<CustomerBase> base = new WeakReference<>(null);

    /**
     * @param worker with one thread
     * @param nanoTime as {@link System#nanoTime}
     * @param memory bytes that may be kept
     */
    ModelScores(Scoring scoring, Executor worker, LongSupplier nanoTime, long memory) {
        this.scoring = scoring;
        this.worker = worker;
        this.nanoTime = nanoTime;
        this.memory = memory;
    }

    /** Of one model; guarded by the scores. */
    private static final class Entry {
        private final ModelReference model;
        private final long customers;
        private ModelScoring.State state = ModelScoring.State.SCORING;
        private @Nullable NumberColumn column;
        private @Nullable String failure;
        private long done;
        private long askedAt;

        Entry(ModelReference model, long customers) {
            this.model = model;
            this.customers = customers;
        }

        ModelScoring view() {
            return new ModelScoring(
                    model.score(), model.label(), model.version(), model.hash(), state, done, customers, failure);
        }
    }

    /**
     * The scores of a model, or how far they are.
     *
     * @param column empty = they are not there
     */
    record Known(Optional<NumberColumn> column, ModelScoring scoring) {}

    /** Begins to score, unless that was done or cancelled. */
    @SuppressWarnings("ReferenceEquality") // another base is another object
    synchronized Known of(CustomerBase customers, ModelReference model) {
        if (base.get() != customers) {
            entries.clear();
            base = new WeakReference<>(customers);
        }
        Entry entry = entries.get(model.hash());
        if (entry == null) {
            entry = new Entry(model, customers.size());
            entries.put(model.hash(), entry);
            Entry begun = entry;
            worker.execute(() -> score(customers, begun));
        }
        entry.askedAt = nanoTime.getAsLong();
        return new Known(Optional.ofNullable(entry.column), entry.view());
    }

    /** Those that are not there, in the order in which they were asked for. */
    synchronized List<ModelScoring> unfinished() {
        return entries.values().stream()
                .filter(entry -> entry.column == null)
                .map(Entry::view)
                .toList();
    }

    /** Ends what is being scored; does nothing when it is there. @throws EngineException NOT_FOUND when nobody asked for it */
    synchronized void cancel(String model) {
        Entry entry = required(model);
        if (entry.state == ModelScoring.State.SCORING && entry.column == null) {
            entry.state = ModelScoring.State.CANCELLED;
        }
    }

    /**
     * Lets what was cancelled or has failed begin again when it is next asked for.
     *
     * @throws EngineException NOT_FOUND when nobody asked for it
     */
    synchronized void again(String model) {
        Entry entry = required(model);
        if (entry.state != ModelScoring.State.SCORING) {
            entries.remove(model);
        }
    }

    private Entry required(String model) {
        Entry entry = entries.get(model);
        if (entry == null) {
            throw new EngineException(
                    ErrorCode.NOT_FOUND,
                    "No draft that is worked on is counted by a model with the hash " + model
                            + " now.\nMaybe the customers were decided anew meanwhile.");
        }
        return entry;
    }

    private void score(CustomerBase customers, Entry entry) {
        try {
            goOn(entry, 0);
            NumberColumn column = scoring.of(customers, entry.model, done -> goOn(entry, done));
            finish(entry, column);
        } catch (GivenUp left) {
            LOG.debug("The model {} is not scored any more.", entry.model.hash());
        } catch (EngineException refused) {
            fail(entry, String.valueOf(refused.getMessage()));
        } catch (RuntimeException | OutOfMemoryError e) {
            LOG.error("The model {} could not be scored for drafts.", entry.model.hash(), e);
            fail(entry, "The customers could not be scored; the log says why.");
        }
    }

    /** Not an error: nobody waits for it any more. */
    private static final class GivenUp extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private synchronized void goOn(Entry entry, long done) {
        if (!isWanted(entry)
                || entry.state != ModelScoring.State.SCORING
                || Thread.currentThread().isInterrupted()) {
            throw new GivenUp();
        }
        if (isSilent(entry)) {
            entries.remove(entry.model.hash());
            throw new GivenUp();
        }
        if (done == 0) {
            makeRoom(entry);
        }
        entry.done = done;
    }

    @SuppressWarnings("ReferenceEquality") // begun again it is another object
    private boolean isWanted(Entry entry) {
        return entries.get(entry.model.hash()) == entry;
    }

    private boolean isSilent(Entry entry) {
        return nanoTime.getAsLong() - entry.askedAt > SILENCE.toNanos();
    }

    /** @throws EngineException CONFLICT when what others ask for takes all the memory */
    private void makeRoom(Entry wanted) {
        long bytes = wanted.customers * Double.BYTES;
        List<Entry> idle = entries.values().stream()
                .filter(entry -> entry.column != null && isSilent(entry))
                .sorted(Comparator.comparingLong(entry -> entry.askedAt))
                .toList();
        long kept = bytes
                * entries.values().stream()
                        .filter(entry -> entry.column != null)
                        .count();
        for (Entry entry : idle) {
            if (kept + bytes > memory) {
                entries.remove(entry.model.hash());
                kept -= bytes;
            }
        }
        if (kept > 0 && kept + bytes > memory) {
            throw new EngineException(
                    ErrorCode.CONFLICT,
                    "The scores of other models that drafts are tried with take all the memory there is for them."
                            + "\nMaybe wait until nobody works with them.");
        }
    }

    private synchronized void finish(Entry entry, NumberColumn column) {
        if (isWanted(entry) && entry.state == ModelScoring.State.SCORING) {
            entry.column = column;
        }
    }

    private synchronized void fail(Entry entry, String why) {
        entry.state = ModelScoring.State.FAILED;
        entry.failure = why;
    }
}
