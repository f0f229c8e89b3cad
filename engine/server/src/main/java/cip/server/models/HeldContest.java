package cip.server.models;

import cip.core.monitor.Contest;
import java.time.Instant;

/**
 * A challenger's contest with the champion of its time.
 *
 * @param jobId of the training that made the challenger
 */
public record HeldContest(
        String jobId, String score, String challenger, String champion, Instant heldAt, Contest contest) {}
