package cip.server.drafts;

import cip.core.customer.CustomerId;
import cip.core.customer.CustomerRecord;
import cip.core.decide.Decider;
import cip.core.decide.Example;
import cip.core.decide.Examples;
import cip.core.decide.Strategy;
import cip.core.decide.StrategyHash;
import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.server.customers.CustomerStore;
import cip.server.customers.LookUps;
import cip.server.http.Caller;
import cip.server.store.Database;
import cip.server.strategies.LiveStrategy;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pins customers of the base as examples of a draft, and says which examples a draft meets. Thread-safe. */
final class DraftExamples {
    private final Database database;
    private final Drafts drafts;
    private final DraftEdits edits;
    private final LiveStrategy live;
    private final CustomerStore customers;
    private final LookUps lookUps;
    private final Clock clock;
    private volatile @Nullable Decider lastCompiled;

    DraftExamples(
            Database database,
            Drafts drafts,
            DraftEdits edits,
            LiveStrategy live,
            CustomerStore customers,
            LookUps lookUps,
            Clock clock) {
        this.database = database;
        this.drafts = drafts;
        this.edits = edits;
        this.live = live;
        this.customers = customers;
        this.lookUps = lookUps;
        this.clock = clock;
    }

    /**
     * Adds a customer to a draft as they are now, with what the live strategy decides for them now.
     *
     * @param onlyFirst whether only the action ranked first is expected
     * @throws EngineException NOT_FOUND without such a draft or customer; CONFLICT when the draft cannot be changed any more
     */
    Draft pin(String draft, CustomerId customer, String why, boolean onlyFirst, Caller by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        CustomerRecord record = customers.find(customer, now).orElseThrow(() -> new EngineException(
                        ErrorCode.NOT_FOUND, "There is no customer with the id " + customer + ".")
                .about("customerId"));
        Example example = Examples.pin(live.snapshot().decider(), record, now, "pinned", why.strip(), onlyFirst);
        return database.write(handle -> {
            lookUps.one(handle, by, customer);
            return edits.change(handle, draft, document -> document.with(example), by);
        });
    }

    /**
     * What a draft decides for its examples; nothing while there are problems.
     *
     * @throws EngineException CONFLICT when nothing has been decided yet
     */
    DraftExamplesView run(DraftDocument document, StrategyHash basedOn) {
        CheckedDraft checked = drafts.check(document, basedOn);
        if (checked.valid().isEmpty()) {
            return new DraftExamplesView(checked.problems(), null);
        }
        Strategy strategy = checked.valid().get();
        return new DraftExamplesView(
                List.of(),
                Examples.run(strategy.examples(), decider(strategy)).stream()
                        .map(DraftExamplesView.DecidedExample::of)
                        .toList());
    }

    /** Decides by a draft without problems. Compiled again only when the rules change, not with every example. */
    Decider decider(Strategy strategy) {
        Strategy rules = strategy.withExamples(List.of());
        Decider last = lastCompiled;
        if (last != null && last.hash().equals(rules.hash())) {
            return last;
        }
        Decider compiled = live.compile(rules);
        lastCompiled = compiled;
        return compiled;
    }
}
