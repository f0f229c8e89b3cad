package cip.server.audit;

import org.jspecify.annotations.Nullable;

/**
 * Whether the audit trail is as it was written.
 *
 * @param events counted from the first to the last, or to the break
 * @param brokenAt the first sequence that does not follow from the one before it; {@code null} = none
 */
public record AuditVerification(boolean valid, long events, @Nullable Long brokenAt) {}
