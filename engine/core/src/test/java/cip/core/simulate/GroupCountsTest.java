package cip.core.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import cip.core.decide.Decider;
import cip.core.decide.Decision;
import cip.core.decide.DecisionContext;
import cip.core.decide.SmallStrategy;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GroupCountsTest {
    private static final DecisionContext CONTEXT = new DecisionContext(SmallStrategy.AS_OF);
    private static final Decider LIVE = SmallStrategy.decider();
    private static final Decider SWAPPED = SmallStrategy.withOtherModel();

    @Test
    void groupsFareAsTheirCustomersDoOneByOne() {
        List<GroupEffect> groups = simulated().groups();

        List<Decision> before = LIVE.decide(SmallBase.CUSTOMERS, CONTEXT);
        List<Decision> after = SWAPPED.decide(SmallBase.CUSTOMERS, CONTEXT);
        assertThat(groups)
                .extracting(GroupEffect::group)
                .containsExactlyInAnyOrder("North", "South", "East", "West", "not known");
        for (GroupEffect group : groups) {
            List<Integer> rows = rows(group.group());
            assertThat(group.attribute()).isEqualTo("region");
            assertThat(group.customers()).isEqualTo(rows.size());
            assertThat(group.contactedBefore()).isEqualTo(contacted(before, rows));
            assertThat(group.contactedAfter()).isEqualTo(contacted(after, rows));
            assertThat(group.changed())
                    .isEqualTo(rows.stream()
                            .filter(row ->
                                    Change.of(before.get(row), after.get(row)).changes())
                            .count());
        }
    }

    @Test
    void numbersAreBandsOfARoundWidth() {
        Map<Double, GroupSum> ages = new HashMap<>();
        for (int age = 18; age <= 77; age++) {
            ages.put((double) age, customers(3));
        }

        Map<String, GroupSum> bands = Bands.of(ages, true);

        assertThat(bands.keySet())
                .containsExactly("under 20", "20–29", "30–39", "40–49", "50–59", "60–69", "70 and over");
        assertThat(bands.values()).extracting(sum -> sum.customers).containsExactly(6L, 30L, 30L, 30L, 30L, 30L, 24L);
        assertThat(Bands.of(Map.of(1.5, customers(3), 2.5, customers(3)), false).keySet())
                .hasSizeGreaterThan(1);
        assertThat(Bands.of(Map.of(7.0, customers(3)), true).keySet()).containsExactly("all");
    }

    @Test
    void aSimulationStoredBeforeGroupsWereCountedHasNone() throws JsonProcessingException {
        String stored = "{\"customers\":1,\"changed\":0,\"valueBefore\":1.0,\"valueAfter\":1.0,"
                + "\"segments\":{\"cells\":[]},\"actions\":{\"cells\":[]}}";

        assertThat(new ObjectMapper().readValue(stored, Simulation.class).groups())
                .isEmpty();
        Simulation now = simulated();
        ObjectMapper json = new ObjectMapper();
        assertThat(json.readValue(json.writeValueAsString(now), Simulation.class))
                .isEqualTo(now);
    }

    private static Simulation simulated() {
        return new BaseSimulation(LIVE, SWAPPED, SmallBase.of(LIVE), LIVE.strategy()).run(change -> {}, done -> {});
    }

    private static List<Integer> rows(String region) {
        return IntStream.range(0, SmallBase.CUSTOMERS.size())
                .filter(row -> SmallBase.CUSTOMERS
                        .get(row)
                        .attributes()
                        .getOrDefault("region", "not known")
                        .equals(region))
                .boxed()
                .toList();
    }

    private static long contacted(List<Decision> decisions, List<Integer> rows) {
        return rows.stream()
                .filter(row ->
                        !decisions.get(row).recommended().get(0).action().id().equals("window"))
                .count();
    }

    private static GroupSum customers(int count) {
        GroupSum sum = new GroupSum();
        for (int i = 0; i < count; i++) {
            sum.add(false, false, false, 0, 0);
        }
        return sum;
    }
}
