package cip.server.audiences;

import cip.core.action.ActionCatalogue;
import cip.core.customer.CustomerId;
import cip.core.decide.ChallengerShare;
import cip.core.rule.Condition;
import cip.core.rule.Vocabulary;
import cip.spi.FeatureMatrix;
import java.time.Instant;
import java.util.BitSet;
import java.util.Map;
import java.util.Optional;

/**
 * What audiences are chosen from: every decided customer as one run left them, with the strategy that decided. Immutable.
 * Rows are in the order of the customer ids.
 */
public interface AudienceBase {
    /** The instant the run computed features for. */
    Instant asOf();

    /** Of the strategy that decided for everybody whom the challenger does not have; 64 hexadecimal digits. */
    String strategyHash();

    /** What decided for a share of the customers; empty = one strategy decided for everybody. */
    default Optional<ChallengerShare> challenger() {
        return Optional.empty();
    }

    /** By score name, each 64 hexadecimal digits. */
    Map<String, String> modelHashes();

    int size();

    CustomerId id(int row);

    /** Attributes, features, scores and segment, one row per customer. */
    FeatureMatrix terms();

    /** Id of the action ranked first. */
    String topAction(int row);

    /** What the action ranked first is expected to be worth, in the currency of config.yml. */
    double expectedValue(int row);

    /** The rows of customers in the holdout. */
    BitSet heldOut();

    /** The rows for which a condition holds. */
    BitSet matching(Condition condition);

    /** @throws cip.core.error.EngineException INVALID_CONDITION naming every problem of the condition */
    void require(Condition condition);

    /** The condition in words. */
    String sentence(Condition condition);

    Vocabulary vocabulary();

    ActionCatalogue actions();

    /** Labels of the segments by their ids, in the strategy's order. */
    Map<String, String> segments();
}
