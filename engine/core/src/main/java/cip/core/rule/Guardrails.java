package cip.core.rule;

import cip.spi.FeatureMatrix;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Named conditions that the operator wrote in files, usable in conditions by their name. */
public final class Guardrails {
    private static final Guardrails NONE = new Guardrails();

    private Guardrails() {}

    public static Guardrails none() {
        return NONE;
    }

    public Set<String> names() {
        return Set.of();
    }

    /** For each of the named guardrails the rows it holds for. */
    Map<String, BitSet> matching(FeatureMatrix terms, List<String> names) {
        return Map.of();
    }
}
