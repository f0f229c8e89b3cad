package cip.server.drafts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How many customers meet one condition of a draft.
 *
 * @param asOf the instant of the base
 * @param total customers in the base
 * @param customers who meet it; {@code null} = the draft has problems
 */
public record DraftCount(Instant asOf, int total, @Nullable Integer customers) {}
