package cip.core.rule;

import cip.spi.FeatureMatrix;
import java.util.BitSet;
import java.util.List;

/** A way to decide conditions for many customers at once that has to prove itself against Drools. */
@FunctionalInterface
public interface ColumnEngine {
    /**
     * For each condition the rows it holds for.
     *
     * @param terms a column for each term the conditions speak of
     */
    List<BitSet> matching(List<Condition> conditions, FeatureMatrix terms, Guardrails guardrails);
}
