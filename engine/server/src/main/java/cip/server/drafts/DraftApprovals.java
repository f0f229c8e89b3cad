package cip.server.drafts;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.core.simulate.ChangeMeasure;
import cip.core.simulate.Excess;
import cip.server.publishing.PublishingLimits;
import cip.server.simulations.StoredSimulation;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Who has approved the content of a draft, and how many must: one, or two when its simulation goes beyond a limit. Limits
 * count from the submission on, see {@link PublishingLimits}. Thread-safe.
 */
final class DraftApprovals {
    private final PublishingLimits limits;
    private final Clock clock;
    private final DraftStore store = new DraftStore();

    DraftApprovals(PublishingLimits limits, Clock clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * @param given by one person each, in the order in which they were given
     * @param excesses the limits that the simulation goes beyond
     */
    record Standing(List<DraftApproval> given, List<Excess> excesses) {
        int needed() {
            return excesses.isEmpty() ? 1 : 2;
        }

        boolean isEnough() {
            return given.size() >= needed();
        }

        boolean isEnoughWithOneMore() {
            return given.size() + 1 >= needed();
        }

        boolean has(String person) {
            return given.stream().anyMatch(approval -> approval.by().equals(person));
        }

        /** @throws EngineException CONFLICT when an approval is missing */
        void requireEnough() {
            if (!isEnough()) {
                throw new EngineException(ErrorCode.CONFLICT, missing());
            }
        }

        String missing() {
            return "The draft goes beyond a limit and needs a second approval. "
                    + excesses.get(0).text()
                    + "\nMaybe ask another approver, who wrote none of it.";
        }
    }

    /** What a simulation showed, read outside of the transaction that needs it; empty = it has not finished. */
    Optional<ChangeMeasure> measure(StoredSimulation simulation) {
        return simulation
                .finished()
                .map(finished -> limits.measure(finished.counts(), simulation.before(), simulation.after()));
    }

    /** @param shown what the simulation of the content showed; empty = nothing yet, so no limit is known to be passed */
    Standing standing(Handle handle, String draft, Optional<ChangeMeasure> shown) {
        Map<String, DraftApproval> given = new LinkedHashMap<>();
        store.approvals(handle, draft).forEach(event -> given.putIfAbsent(event.by(), DraftApproval.of(event)));
        Instant since = store.last(handle, draft, DraftEvent.Kind.SUBMITTED)
                .map(DraftEvent::at)
                .orElseGet(clock::instant);
        return new Standing(
                List.copyOf(given.values()),
                shown.map(measure -> limits.beyond(handle, measure, since)).orElse(List.of()));
    }
}
