package cip.server.customers;

import cip.core.customer.CustomerId;
import cip.server.http.Caller;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was decided last about customers, as the list and the page of a customer show it. */
public interface LatestDecisions {
    /**
     * A customer's latest decision in short.
     *
     * @param clv the value score; {@code null} = none
     * @param churnRisk the risk score, 0..1; {@code null} = none
     * @param topAction name of the action ranked first
     */
    record Short(String segment, @Nullable Double clv, @Nullable Double churnRisk, String topAction) {}

    /** Undecided customers are left out. */
    Map<CustomerId, Short> of(Collection<CustomerId> customers);

    /**
     * Decided customers in the order of a score, those without one last.
     *
     * @param score {@code clv} or {@code churn_risk}
     * @param segment only customers of this one; {@code null} = of any
     * @param from how many to leave out
     */
    List<CustomerId> byScore(String score, boolean descending, @Nullable String segment, int from, int limit);

    /** How many decided customers are in a segment. */
    int count(String segment);

    /** The whole decision with its reasons, as the caller may see them; empty = never decided. */
    Optional<ObjectNode> latest(CustomerId customer, Caller caller);
}
