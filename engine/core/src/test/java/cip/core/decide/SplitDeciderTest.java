package cip.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import cip.core.customer.CustomerId;
import cip.core.customer.CustomerRecord;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureColumn.TextColumn;
import cip.spi.FeatureMatrix;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Two strategies that are live together. */
class SplitDeciderTest {
    private static final DecisionContext CONTEXT = new DecisionContext(SmallStrategy.AS_OF);
    private static final Decider CHAMPION = SmallStrategy.decider();
    private static final Decider CHALLENGER = SmallStrategy.compile(moreValuable());
    private static final SplitDecider SPLIT = new SplitDecider(
            new StrategySplit(CHAMPION.hash(), new ChallengerShare(CHALLENGER.hash(), 0.3, "a")), CHAMPION, CHALLENGER);
    private static final List<CustomerRecord> CUSTOMERS = SmallStrategy.customers(500, 7);

    @Test
    void everyCustomerIsDecidedByTheirOwnStrategyAloneAndAmongOthersInAnyOrder() {
        List<CustomerRecord> shuffled = new ArrayList<>(CUSTOMERS);
        Collections.shuffle(shuffled, new Random(1));
        List<Decision> decisions = SPLIT.decide(shuffled, CONTEXT);

        for (int i = 0; i < shuffled.size(); i++) {
            CustomerRecord customer = shuffled.get(i);
            Decision alone =
                    SPLIT.of(customer.id()).decide(List.of(customer), CONTEXT).get(0);
            assertThat(decisions.get(i)).isEqualTo(alone);
            assertThat(alone.strategy()).isEqualTo(SPLIT.split().strategyOf(customer.id()));
        }
        assertThat(decisions.stream().map(Decision::strategy).distinct())
                .containsExactlyInAnyOrder(CHAMPION.hash(), CHALLENGER.hash());
    }

    @Test
    void withoutAChallengerTheChampionDecidesForEverybody() {
        SplitDecider alone = new SplitDecider(StrategySplit.of(CHAMPION.hash()), CHAMPION, null);

        assertThat(alone.decide(CUSTOMERS, CONTEXT)).isEqualTo(CHAMPION.decide(CUSTOMERS, CONTEXT));
        assertThat(alone.parts(CUSTOMERS.stream().map(CustomerRecord::id).toList()))
                .hasSize(1);
    }

    @Test
    void segmentsAndActionsAreThoseOfBothTheChampionsFirst() {
        assertThat(SPLIT.segments()).extracting(Segment::id).containsExactly("valuable", "leaving", "quiet", "new_one");
        assertThat(SPLIT.actions().actions()).hasSize(4);
    }

    @Test
    void strategiesWithOtherModelsOrFeaturesCannotBeLiveTogether() {
        assertThat(ChallengerCheck.problems(CHAMPION, CHALLENGER)).isEmpty();
        assertThat(ChallengerCheck.problems(CHAMPION, SmallStrategy.withOtherModel()))
                .containsExactly("The challenger has other models than the live strategy.");
        ObjectNode document = (ObjectNode) SmallStrategy.document();
        ((ObjectNode) document.at("/features/features/0")).put("name", "income_for_age");
        ((ObjectNode) document.at("/engagement/rules/1/applicability")).put("term", "income_for_age");
        assertThat(ChallengerCheck.problems(CHAMPION, SmallStrategy.compile(document)))
                .containsExactly("The challenger computes other features than the live strategy.");
    }

    @Test
    void aBaseKnowsWhoWasDecidedByWhomAndKeepsWhatOnlyOneOfThemHas() {
        CustomerBaseBuilder builder = CustomerBase.builder(SPLIT.split(), SmallStrategy.AS_OF);
        List<CustomerId> ids =
                CUSTOMERS.stream().map(CustomerRecord::id).sorted().toList();
        ScatteredTerms terms = new ScatteredTerms(100);
        for (SplitDecider.Part part : SPLIT.parts(ids.subList(100, 200))) {
            int rows = part.rows().length;
            String[] texts = new String[rows];
            double[] numbers = new double[rows];
            Arrays.fill(texts, part.decider().hash().value());
            Arrays.fill(numbers, 7);
            terms.add(
                    part.rows(),
                    part.decider() == CHALLENGER
                            ? new FeatureMatrix(
                                    rows, List.of(new TextColumn("by", texts), new NumberColumn("extra", numbers)))
                            : new FeatureMatrix(rows, List.of(new TextColumn("by", texts))));
        }
        add(builder, ids.subList(0, 100), new FeatureMatrix(100, List.of(new TextColumn("by", new String[100]))));
        add(builder, ids.subList(100, 200), terms.all());
        add(builder, ids.subList(200, 300), new FeatureMatrix(100, List.of(new TextColumn("by", new String[100]))));
        CustomerBase base = builder.build();

        for (int row = 100; row < 200; row++) {
            assertThat(((TextColumn) base.terms().column("by")).values()[row])
                    .isEqualTo(base.strategyOf(row).value());
            assertThat(Double.isNaN(base.number("extra", row)))
                    .isEqualTo(base.strategyOf(row).equals(CHAMPION.hash()));
        }
        assertThat(base.number("extra", 0)).isNaN();
        assertThat(base.number("extra", 299)).isNaN();
        assertThat(base.decidedBy(CHAMPION.hash()).cardinality()
                        + base.decidedBy(CHALLENGER.hash()).cardinality())
                .isEqualTo(300);
        assertThat(base.decidedBy(SmallStrategy.withOtherModel().hash()).isEmpty())
                .isTrue();
    }

    private static void add(CustomerBaseBuilder builder, List<CustomerId> ids, FeatureMatrix terms) {
        builder.add(
                ids,
                terms,
                ids.stream().map(id -> new CustomerBase.TopAction("window", 0)).toList(),
                Map.of(
                        CHAMPION.hash(), CHAMPION.strategy().holdout(),
                        CHALLENGER.hash(), CHALLENGER.strategy().holdout()));
    }

    /** Customers are valuable from 100 on, and there is a segment more. */
    private static JsonNode moreValuable() {
        ObjectNode document = (ObjectNode) SmallStrategy.document();
        ((ObjectNode) document.at("/segments/segments/0/when")).put("value", 100);
        document.withArray("/segments/segments")
                .insertObject(1)
                .put("id", "new_one")
                .put("label", "New one")
                .put("color", "")
                .put("description", "")
                .putObject("when")
                .put("term", "age")
                .put("operator", "AT_LEAST")
                .put("value", 60);
        return document;
    }
}
