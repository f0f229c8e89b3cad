package cip.server.audiences;

import cip.core.action.ActionCatalogue;
import cip.core.customer.CustomerId;
import cip.core.decide.ChallengerShare;
import cip.core.decide.CustomerBase;
import cip.core.decide.Decider;
import cip.core.decide.ModelReference;
import cip.core.decide.Segment;
import cip.core.decide.SplitDecider;
import cip.core.decide.StrategySplit;
import cip.core.rule.Condition;
import cip.core.rule.ConditionCheck;
import cip.core.rule.ConditionSentence;
import cip.core.rule.Vocabulary;
import cip.spi.FeatureMatrix;
import java.time.Instant;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The base as the last run left it, with the strategies that run decided by, even if others are live by now. */
final class DecidedBase implements AudienceBase {
    private final CustomerBase base;
    private final SplitDecider deciders;
    private final Decider decider;

    DecidedBase(CustomerBase base, SplitDecider deciders) {
        this.base = base;
        this.deciders = deciders;
        this.decider = deciders.champion();
    }

    /** The current base, the same object as long as the run behind it is the same. Thread-safe. */
    static Supplier<Optional<AudienceBase>> supplier(
            Supplier<Optional<CustomerBase>> bases, Function<StrategySplit, SplitDecider> deciders) {
        return new Supplier<>() {
            private @Nullable DecidedBase last;

            @Override
            public synchronized Optional<AudienceBase> get() {
                Optional<CustomerBase> current = bases.get();
                if (current.isEmpty()) {
                    return Optional.empty();
                }
                CustomerBase base = current.get();
                if (last == null || last.base != base) {
                    last = new DecidedBase(base, deciders.apply(base.split()));
                }
                return Optional.of(last);
            }
        };
    }

    @Override
    public Instant asOf() {
        return base.asOf();
    }

    @Override
    public String strategyHash() {
        return base.split().champion().value();
    }

    @Override
    public Optional<ChallengerShare> challenger() {
        return base.split().challenged();
    }

    @Override
    public Map<String, String> modelHashes() {
        return decider.strategy().models().stream()
                .collect(Collectors.toMap(ModelReference::score, ModelReference::hash));
    }

    @Override
    public int size() {
        return base.size();
    }

    @Override
    public CustomerId id(int row) {
        return base.id(row);
    }

    @Override
    public FeatureMatrix terms() {
        return base.terms();
    }

    @Override
    public String topAction(int row) {
        return base.topAction(row);
    }

    @Override
    public double expectedValue(int row) {
        return base.expectedValue(row);
    }

    @Override
    public BitSet heldOut() {
        return base.heldOut();
    }

    @Override
    public BitSet matching(Condition condition) {
        return decider.baseConditions().matching(condition, base.terms());
    }

    @Override
    public void require(Condition condition) {
        ConditionCheck.require(
                condition, decider.vocabulary(), decider.guardrails().names());
    }

    @Override
    public String sentence(Condition condition) {
        return ConditionSentence.of(condition, decider.vocabulary());
    }

    @Override
    public Vocabulary vocabulary() {
        return decider.vocabulary();
    }

    @Override
    public ActionCatalogue actions() {
        return deciders.actions();
    }

    @Override
    public Map<String, String> segments() {
        Map<String, String> labels = new LinkedHashMap<>();
        for (Segment segment : deciders.segments()) {
            labels.put(segment.id(), segment.label());
        }
        return labels;
    }
}
