package cip.server.strategies;

import cip.core.customer.CustomerRecord;
import cip.core.decide.Decider;
import cip.core.decide.DecisionContext;
import cip.core.rule.EngineParity;
import com.codahale.metrics.Counter;
import com.codahale.metrics.MetricRegistry;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Goes on proving while the product is used: of the customers decided one by one, one in {@value #ONE_IN} is decided by
 * Drools as well, beside the request and never more than one at a time. After a difference Drools decides everything. The
 * metrics {@code decisions.compared} and {@code decisions.differing} count both. Thread-safe.
 */
public final class LiveProof {
    static final int ONE_IN = 1024;

    private static final Logger LOG = LoggerFactory.getLogger(LiveProof.class);

    private final LiveStrategy strategy;
    private final Executor beside;
    private final Counter compared;
    private final Counter differing;
    private final AtomicLong decided = new AtomicLong();
    private final AtomicBoolean busy = new AtomicBoolean();

    /** @param beside runs what no request waits for; may refuse to */
    public LiveProof(LiveStrategy strategy, MetricRegistry metrics, Executor beside) {
        this.strategy = strategy;
        this.beside = beside;
        this.compared = metrics.counter("decisions.compared");
        this.differing = metrics.counter("decisions.differing");
    }

    /** A customer was decided alone. */
    public void decided(Decider decider, CustomerRecord customer, DecisionContext context) {
        boolean chosen = decided.getAndIncrement() % ONE_IN == 0;
        if (!chosen || decider.baseConditions().difference().isPresent() || !busy.compareAndSet(false, true)) {
            return;
        }
        try {
            beside.execute(() -> compare(decider, customer, context));
        } catch (RejectedExecutionException stopping) {
            busy.set(false);
        }
    }

    private void compare(Decider decider, CustomerRecord customer, DecisionContext context) {
        try {
            compared.inc();
            Optional<EngineParity.Difference> difference = decider.difference(List.of(customer), context);
            if (difference.isPresent()) {
                differing.inc();
                strategy.distrust(decider.hash(), difference.get());
            }
        } catch (RuntimeException failure) {
            LOG.error("The decision for customer {} could not be compared.", customer.id(), failure);
        } finally {
            busy.set(false);
        }
    }
}
