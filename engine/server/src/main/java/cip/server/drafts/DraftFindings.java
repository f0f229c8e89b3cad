package cip.server.drafts;

import cip.core.decide.StrategyProblem;
import cip.core.simulate.Finding;
import java.time.Instant;
import java.util.List;

/**
 * What the authors of a draft hardly mean.
 *
 * @param asOf the instant of the base that was looked at
 * @param problems as long as there are some, nothing is looked for
 * @param findings those that touch most customers first
 * @param notExamined places for which there was no time left
 */
public record DraftFindings(
        Instant asOf, List<StrategyProblem> problems, List<Finding> findings, List<String> notExamined) {}
