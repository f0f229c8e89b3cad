package cip.server.drafts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many customers meet one condition of a draft.
 *
 * @param asOf the instant of the base
 * @param total customers in the base
 * @param customers who meet it; {@code null} = the draft has problems, or models that have not scored the base
 * @param scoring those models
 */
public record DraftCount(Instant asOf, int total, @Nullable Integer customers, List<ModelScoring> scoring) {}
