package cip.core.simulate;

import cip.core.customer.CustomerRecord;
import cip.core.decide.CustomerBase;
import cip.core.decide.Decider;
import cip.core.decide.Decision;
import cip.core.decide.DecisionContext;
import cip.core.decide.Score;
import cip.core.decide.SmallStrategy;
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
        DecisionContext context = new DecisionContext(SmallStrategy.AS_OF);
        List<Decision> decisions = decider.decide(CUSTOMERS, context);
        List<FeatureColumn> columns =
                new ArrayList<>(decider.features(CUSTOMERS, context).columns());
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
        CustomerBase.Builder base = CustomerBase.builder(decider.hash(), SmallStrategy.AS_OF);
        base.add(
                CUSTOMERS.stream().map(CustomerRecord::id).toList(),
                new FeatureMatrix(CUSTOMERS.size(), columns),
                decisions.stream()
                        .map(decision -> new CustomerBase.TopAction("window", 0))
                        .toList(),
                decider.strategy().holdout());
        return base.build();
    }

    static Score score(Decision decision, String name) {
        return decision.scores().stream()
                .filter(score -> score.output().name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
