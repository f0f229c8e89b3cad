package cip.server.drafts;

import cip.core.customer.CustomerId;
import cip.core.customer.CustomerRecord;
import cip.core.decide.Decider;
import cip.core.decide.Example;
import cip.core.decide.Examples;
import cip.core.decide.Strategy;
import cip.core.decide.StrategyHash;
import cip.core.decide.StrategyVocabulary;
import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.core.rule.Condition;
import cip.core.rule.ConditionSentence;
import cip.core.rule.Term;
import cip.core.rule.Vocabulary;
import cip.core.simulate.DecidingPlace;
import cip.core.simulate.Interest;
import cip.core.simulate.RuleRows;
import cip.server.customers.CustomerStore;
import cip.server.customers.LookUps;
import cip.server.http.Caller;
import cip.server.strategies.LiveStrategy;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says what of a draft its examples stand for, and finds customers to pin for what they do not. Thread-safe. */
final class DraftCoverages {
    /** How many of a rule's customers are tried until one can be pinned. */
    private static final int TRIED = 20;

    private static final int LONGEST_WHY = 300;

    private final LiveStrategy live;
    private final CustomerStore customers;
    private final LookUps lookUps;
    private final DraftEffects effects;
    private final DraftPrivacy privacy;
    private final DraftExamples examples;
    private final Clock clock;

    DraftCoverages(
            LiveStrategy live,
            CustomerStore customers,
            LookUps lookUps,
            DraftEffects effects,
            DraftPrivacy privacy,
            DraftExamples examples,
            Clock clock) {
        this.live = live;
        this.customers = customers;
        this.lookUps = lookUps;
        this.effects = effects;
        this.privacy = privacy;
        this.examples = examples;
        this.clock = clock;
    }

    /** @throws EngineException as {@link DraftEffects#of} */
    DraftCoverage of(DraftDocument document, StrategyHash basedOn, Caller caller, Interest interest) {
        DraftEffects.Ruled ruled = effects.rules(document, basedOn, caller, interest);
        return ruled.rows()
                .map(rows -> DraftCoverage.of(
                        ruled.asked().decided().asOf(),
                        rows,
                        rows.ofExamples(rows.strategy().examples(), scoring(rows.strategy()))))
                .orElseGet(() -> DraftCoverage.notCounted(ruled.asked()));
    }

    /** What has the features and models of a draft: the live strategy, unless the draft has models of its own. */
    private Decider scoring(Strategy draft) {
        Decider now = live.snapshot().decider();
        return now.strategy().models().equals(draft.models()) ? now : examples.decider(draft);
    }

    /**
     * An example of one of a draft's rules: a customer whom it decides, as they are now and with what the draft decides for
     * them, who is like most of those the rule decides and is not an example yet. That they were looked up is put on record.
     *
     * @param place of the rule, see {@link DecidingPlace}
     * @param why {@code null} = the rule in words
     * @param onlyFirst whether only the action ranked first is expected; of an action's rule all are, so that it is among them
     * @throws EngineException INVALID_VALUE when there is no such rule; CONFLICT when the draft has problems or no customer of
     *     the rule can be pinned; NOT_ALLOWED when the rule asks for personal data that the caller may not see
     */
    ObjectNode typical(
            DraftDocument document,
            StrategyHash basedOn,
            String place,
            @Nullable String why,
            boolean onlyFirst,
            Caller caller) {
        DraftEffects.Ruled ruled = effects.rules(document, basedOn, caller, Interest.lasting());
        RuleRows rows = ruled.rows()
                .orElseThrow(() -> new EngineException(
                        ErrorCode.CONFLICT,
                        ruled.asked().seen().isWhole()
                                ? "The draft has problems, so nobody is decided by it.\nMaybe mend them first."
                                : "A model of the draft has not scored the customers, so nobody is decided by it."
                                        + "\nMaybe wait until it has."));
        Strategy strategy = rows.strategy();
        DecidingPlace rule = DecidingPlace.parse(place)
                .filter(found -> found.condition(strategy).isPresent())
                .orElseThrow(() -> new EngineException(
                                ErrorCode.INVALID_VALUE,
                                "At the place " + place
                                        + " no rule decides customers, expected one like segments/at_risk,"
                                        + " engagement/win_back or tables/care/rows/3.\nMaybe it was removed meanwhile.")
                        .about("place"));
        Condition condition = rule.condition(strategy).orElseThrow();
        privacy.requireShown(condition, strategy, caller);
        Vocabulary words =
                StrategyVocabulary.of(strategy, live.snapshot().decider().schema());
        String reason = why == null || why.isBlank() ? reason(rule, condition, strategy, words) : why.strip();
        // Whoever expects the first action only would not notice what becomes of another one.
        boolean first = onlyFirst && !rule.isAction();
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        for (CustomerId customer : rows.typical(rule, compared(condition, words), TRIED)) {
            Optional<Example> example = customers
                    .find(customer, now)
                    .flatMap(record -> example(record, now, reason, first, strategy))
                    .filter(found -> isDecidedBy(rule, found, rows));
            if (example.isPresent()) {
                lookUps.one(caller, customer);
                return DraftDocument.named(example.get());
            }
        }
        throw noneLeft(rule, rows);
    }

    /** Empty = what is decided rests on what no example keeps, or the customer is an example already. */
    private Optional<Example> example(
            CustomerRecord customer, Instant now, String why, boolean onlyFirst, Strategy strategy) {
        try {
            Example example = Examples.pin(examples.decider(strategy), customer, now, "pinned", why, onlyFirst);
            boolean known = strategy.examples().stream()
                    .anyMatch(other -> other.customer().equals(example.customer()));
            return known ? Optional.empty() : Optional.of(example);
        } catch (EngineException refused) {
            if (refused.code() != ErrorCode.CONFLICT) {
                throw refused;
            }
            return Optional.empty();
        }
    }

    /** The customer may be another by now than the one in the base, or not be recommended the action. */
    private boolean isDecidedBy(DecidingPlace rule, Example example, RuleRows rows) {
        return rows.ofExamples(List.of(example), scoring(rows.strategy()))
                .flatMap(of -> of.at(rule))
                .filter(decided -> decided.get(0))
                .isPresent();
    }

    private static Set<String> compared(Condition condition, Vocabulary words) {
        Set<String> names = new HashSet<>(condition.terms());
        names.addAll(words.terms().stream()
                .filter(term -> term.origin() == Term.Origin.SCORE)
                .map(Term::name)
                .collect(Collectors.toSet()));
        return names;
    }

    private static String reason(DecidingPlace rule, Condition condition, Strategy strategy, Vocabulary words) {
        String who = "Typical of " + rule.words(strategy);
        String whole = rule.isOtherwise() ? who : who + ": " + ConditionSentence.of(condition, words);
        return whole.length() <= LONGEST_WHY ? whole : whole.substring(0, LONGEST_WHY - 1) + "…";
    }

    private static EngineException noneLeft(DecidingPlace rule, RuleRows rows) {
        boolean nobody = rows.at(rule).orElseThrow().isEmpty();
        String what = rule.words(rows.strategy());
        return new EngineException(
                ErrorCode.CONFLICT,
                nobody
                        ? "Nobody in the base is decided by " + what + ".\nMaybe it needs other conditions."
                        : "None of the customers tried whom " + what
                                + " decides can be pinned.\nMaybe they are examples"
                                + " already, changed since they were decided, or are decided by what says who they are.");
    }
}
