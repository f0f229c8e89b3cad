package cip.core.simulate;

import cip.core.customer.CustomerRecord;
import cip.core.decide.CustomerBase;
import cip.core.decide.CustomerBaseBuilder;
import cip.core.decide.Decider;
import cip.core.decide.Decision;
import cip.core.decide.DecisionContext;
import cip.core.decide.Outcome;
import cip.core.decide.Score;
import cip.core.decide.SmallStrategy;
import cip.core.decide.SplitDecider;
import cip.core.decide.StrategySplit;
import cip.core.decide.StrategyVocabulary;
import cip.spi.FeatureColumn;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureColumn.TextColumn;
import cip.spi.FeatureMatrix;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Customers of every kind, decided under a small strategy. */
final class SmallBase {
    static final List<CustomerRecord> CUSTOMERS = SmallStrategy.customers(800, 11).stream()
            .sorted(Comparator.comparing(CustomerRecord::id))
            .toList();

    private SmallBase() {}

    static CustomerBase of(Decider decider) {
        return of(new SplitDecider(StrategySplit.of(decider.hash()), decider, null));
    }

    /** Decided by two strategies with the same features and models. */
    static CustomerBase of(SplitDecider deciders) {
        DecisionContext context = new DecisionContext(SmallStrategy.AS_OF);
        List<Decision> decisions = deciders.decide(CUSTOMERS, context);
        List<FeatureColumn> columns =
                new ArrayList<>(deciders.champion().features(CUSTOMERS, context).columns());
        for (String name : List.of("clv", "churn_risk")) {
            columns.add(new NumberColumn(
                    name,
                    decisions.stream()
                            .mapToDouble(decision -> score(decision, name).value())
                            .toArray()));
        }
        columns.add(new TextColumn(
                StrategyVocabulary.SEGMENT,
                decisions.stream().map(decision -> decision.segment().id()).toArray(String[]::new)));
        CustomerBaseBuilder base = CustomerBase.builder(deciders.split(), SmallStrategy.AS_OF);
        base.add(
                CUSTOMERS.stream().map(CustomerRecord::id).toList(),
                new FeatureMatrix(CUSTOMERS.size(), columns),
                decisions.stream().map(SmallBase::first).toList(),
                deciders.champion().strategy().holdout());
        base.contacted(CUSTOMERS);
        return base.build();
    }

    private static CustomerBase.TopAction first(Decision decision) {
        Outcome.Recommended first = decision.recommended().get(0);
        return new CustomerBase.TopAction(first.action().id(), first.factors().expectedValue());
    }

    static Score score(Decision decision, String name) {
        return decision.scores().stream()
                .filter(score -> score.output().name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
