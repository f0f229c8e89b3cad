package cip.core.decide;

import cip.core.rule.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whether two strategies can be live together. Their customers are one base with one column for each term, so terms must mean
 * the same for all of them: features, models and guardrails are equal, and what tables give under one name is of one type.
 */
public final class ChallengerCheck {
    private ChallengerCheck() {}

    /** Every reason why the one cannot be tried against the other; empty = it can. */
    public static List<String> problems(Decider champion, Decider challenger) {
        Strategy live = champion.strategy();
        Strategy tried = challenger.strategy();
        List<String> problems = new ArrayList<>();
        if (!live.features().equals(tried.features()) || !live.reference().equals(tried.reference())) {
            problems.add("The challenger computes other features than the live strategy.");
        }
        if (!live.models().equals(tried.models())) {
            problems.add("The challenger has other models than the live strategy.");
        }
        if (!live.guardrails().equals(tried.guardrails())) {
            problems.add("The challenger has other guardrails than the live strategy.");
        }
        for (Term term : challenger.vocabulary().terms()) {
            Optional<Term> same = champion.vocabulary().term(term.name());
            if (term.origin() == Term.Origin.TABLE
                    && same.isPresent()
                    && same.get().type() != term.type()) {
                problems.add("The table gives " + term.name() + " as " + term.type() + " in the challenger and as "
                        + same.get().type() + " in the live strategy.");
            }
        }
        return problems;
    }
}
