package cip.core.decide;

import static org.assertj.core.api.Assertions.assertThat;

import cip.core.customer.Attribute;
import cip.core.customer.CustomerRecord;
import cip.core.customer.CustomerSchema;
import cip.core.rule.CustomerWords;
import cip.core.rule.Term;
import cip.spi.FeatureMatrix;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every attribute in turn is called personal; its values are such as no rule and no other value is. */
class PersonalReasonsTest {
    private static final DecisionContext CONTEXT = new DecisionContext(SmallStrategy.AS_OF);
    private static final List<String> FACTS = List.of("age", "income", "region");

    @Test
    void noPersonalValueIsSaidInWordsThatLeaveItOut() {
        SplittableRandom random = new SplittableRandom(7);
        int left = 0;
        for (String personal : FACTS) {
            Decider decider = decider(personal);
            List<Term> terms =
                    decider.vocabulary().terms().stream().filter(Term::personal).toList();
            assertThat(terms).extracting(Term::name).contains(personal);
            for (int i = 0; i < 200; i++) {
                CustomerRecord customer = customer(random);
                Decision whole = whole(decider, customer);
                String masked = masked(decider, customer);
                for (String said : said(decider, terms, customer)) {
                    left += DecisionJson.write(whole).toString().contains(said) ? 1 : 0;
                    assertThat(masked).as("%s of %s", personal, customer).doesNotContain(said);
                }
            }
        }
        assertThat(left).as("values that are said otherwise").isGreaterThan(500);
    }

    @Test
    void aFeatureIsAsPersonalAsWhatItIsComputedFrom() {
        assertThat(decider("income").vocabulary().terms())
                .filteredOn(Term::personal)
                .extracting(Term::name)
                .containsExactly("income", "income_by_age");
        assertThat(decider("region").vocabulary().terms())
                .filteredOn(Term::personal)
                .extracting(Term::name)
                .containsExactly("region");
    }

    @Test
    void aRuleThatMetItsOwnValueSaysTheRuleOnly() {
        Decider decider = decider("region");
        String masked = masked(decider, customer(30, 40_000, "West"));

        assertThat(masked)
                .contains("Region is one of North, West; it is •••.", "\"actual\":\"•••\"")
                .doesNotContain("\"actual\":\"West\"");
    }

    @Test
    void whatIsMissingIsSaidToBeMissing() {
        CustomerRecord customer = SmallStrategy.customer("c1", Map.of("income", 40_000.0, "region", "West"));

        assertThat(masked(decider("age"), customer)).contains("\"actual\":\"missing\"");
    }

    @Test
    void aModelsComplaintQuotesNoPersonalValue() {
        CustomerRecord old = customer(150.25, 40_000, "West");

        assertThat(DecisionJson.write(whole(decider("age"), old)).toString()).contains("-0.5025");
        assertThat(masked(decider("age"), old)).doesNotContain("-0.5025").contains("values behind it are personal");
        assertThat(masked(decider("region"), old)).contains("-0.5025");
    }

    @Test
    void onlyTheWordsDiffer() {
        Decider decider = decider("age");
        List<CustomerRecord> customers = SmallStrategy.customers(200, 3);
        List<Decision> masked = decider.decideWithReasons(
                customers, CONTEXT, decider.vocabulary().withoutPersonal());

        List<Decision> bare = decider.decide(customers, CONTEXT);
        for (int i = 0; i < masked.size(); i++) {
            assertThat(DecisionJson.bytes(masked.get(i).withoutReasons())).isEqualTo(DecisionJson.bytes(bare.get(i)));
        }
    }

    private static Decider decider(String personal) {
        List<Attribute> attributes = SmallStrategy.SCHEMA.attributes().stream()
                .map(a -> new Attribute(
                        a.name(),
                        a.label(),
                        a.type(),
                        a.unit(),
                        a.minimum(),
                        a.maximum(),
                        a.values(),
                        a.role(),
                        a.name().equals(personal),
                        a.required(),
                        a.fixed()))
                .toList();
        return SmallStrategy.compile(SmallStrategy.document(), new CustomerSchema(attributes));
    }

    private static CustomerRecord customer(SplittableRandom random) {
        return customer(
                random.nextInt(1_400, 9_500) / 100.0 + 0.003,
                random.nextInt(1_000, 9_000_000) / 100.0 + 0.003,
                "Region " + random.nextInt(1_000_000));
    }

    private static CustomerRecord customer(double age, double income, String region) {
        return SmallStrategy.customer("c1", new HashMap<>(Map.of("age", age, "income", income, "region", region)));
    }

    private static Decision whole(Decider decider, CustomerRecord customer) {
        return decider.decideWithReasons(List.of(customer), CONTEXT).get(0);
    }

    private static String masked(Decider decider, CustomerRecord customer) {
        Decision decision = decider.decideWithReasons(
                        List.of(customer), CONTEXT, decider.vocabulary().withoutPersonal())
                .get(0);
        return DecisionJson.write(decider.withoutPersonalProblems(decision)).toString();
    }

    /** The values as traces, reasons and attributions write them. */
    private static List<String> said(Decider decider, List<Term> terms, CustomerRecord customer) {
        FeatureMatrix values = decider.features(List.of(customer), CONTEXT);
        CustomerWords words = new CustomerWords(decider.vocabulary(), values);
        return terms.stream()
                .filter(term -> values.has(term.name()))
                .map(term -> words.value(term.name(), 0))
                .flatMap(value -> Stream.of("is " + value + ".", "(" + value + ")", "\"" + value + "\""))
                .toList();
    }
}
