package cip.core.simulate;

import cip.core.decide.Decider;
import cip.core.decide.SmallStrategy;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.SplittableRandom;

/** Random strategies over the terms and models of a small one: conditions, priorities, amounts, consent and holdout. */
final class GeneratedStrategies {
    private static final List<String> SEGMENTS = List.of("valuable", "leaving", "quiet");

    private final SplittableRandom random;
    private boolean withTable;
    private boolean withLateTable;

    GeneratedStrategies(long seed) {
        random = new SplittableRandom(seed);
    }

    Decider next() {
        ObjectNode document = (ObjectNode) SmallStrategy.document();
        withTable = random.nextBoolean();
        withLateTable = random.nextBoolean();
        ArrayNode tables = document.putArray("tables");
        if (withLateTable) {
            tables.add(tableOf("follow_up", "touch", "-", "calls", "letters"));
            tables.add(tableOf("touch", "segment", "care_level", "person", "letter"));
        }
        if (withTable || withLateTable) {
            tables.add(table());
        }
        document.at("/segments/segments").forEach(segment -> ((ObjectNode) segment).set("when", condition(2, false)));
        ((ObjectNode) document.get("segments")).put("otherwise", SEGMENTS.get(random.nextInt(3)));
        document.at("/engagement/rules").forEach(rule -> {
            ((ObjectNode) rule).set("eligibility", condition(3, true));
            ((ObjectNode) rule).set("applicability", condition(2, true));
            ((ObjectNode) rule).set("suitability", condition(1, true));
        });
        ArrayNode actions = (ArrayNode) document.at("/actions/actions");
        for (int i = 0; i < actions.size() - 1; i++) {
            action((ObjectNode) actions.get(i));
        }
        ((ObjectNode) document.get("holdout"))
                .put("share", random.nextInt(3) * 0.1)
                .put("salt", random.nextBoolean() ? "test" : "other");
        if (random.nextInt(3) > 0) {
            document.set("contact", contactPolicy());
        }
        return SmallStrategy.compile(document);
    }

    private ObjectNode contactPolicy() {
        ObjectNode policy = JsonNodeFactory.instance.objectNode();
        ArrayNode limits = policy.putArray("limits");
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            ObjectNode limit = limits.addObject()
                    .put("id", "limit_" + i)
                    .put("most", random.nextInt(1, 4))
                    .put("days", random.nextInt(1, 40))
                    .put("counts", random.nextBoolean() ? "TOGETHER" : "EACH_ACTION");
            if (random.nextBoolean()) {
                limit.putArray("channels").add(random.nextBoolean() ? "EMAIL" : "SHOP");
            }
            if (random.nextInt(3) == 0) {
                limit.putArray("kinds").add(random.nextBoolean() ? "OFFER" : "SERVICE");
            }
            if (random.nextInt(3) == 0) {
                limit.putArray("actions").add("bundle").add("win_back");
            }
        }
        if (random.nextInt(3) == 0) {
            policy.putArray("exempt").add("brochure");
        }
        return policy;
    }

    /** A table that reads another one, or the segment: declared before what it reads. */
    private ObjectNode tableOf(String name, String read, String also, String first, String second) {
        ObjectNode table = JsonNodeFactory.instance.objectNode();
        table.put("name", name).put("label", name).put("hitPolicy", random.nextBoolean() ? "FIRST" : "PRIORITY");
        table.putNull("aggregation");
        table.putArray("inputs").add(read).add(also.equals("-") ? "churn_risk" : also);
        ObjectNode output = table.putArray("outputs").addObject();
        output.put("name", name).put("label", name);
        output.putArray("values").add(first).add(second);
        ArrayNode rows = table.putArray("rows");
        boolean late = read.equals("segment");
        row(
                rows,
                late ? "\"" + SEGMENTS.get(random.nextInt(3)) + "\"" : "\"letter\"",
                late ? "\"some\",\"low\"" : ">=0.3",
                first);
        row(rows, late ? "\"quiet\",\"" + SEGMENTS.get(random.nextInt(2)) + "\"" : "-", late ? "-" : "<0.7", second);
        return table;
    }

    private ObjectNode table() {
        ObjectNode table = JsonNodeFactory.instance.objectNode();
        table.put("name", "care").put("label", "Care").put("hitPolicy", "FIRST");
        table.putNull("aggregation");
        table.putArray("inputs").add("churn_risk").add("region");
        ObjectNode output = table.putArray("outputs").addObject();
        output.put("name", "care_level").put("label", "Level of care").put("ifNoneHolds", "low");
        output.putArray("values").add("high").add("some").add("low");
        ArrayNode rows = table.putArray("rows");
        row(rows, ">=0." + random.nextInt(3, 9), "\"West\",\"South\"", "high");
        row(rows, "<0." + random.nextInt(3, 9), "-", "some");
        return table;
    }

    private static void row(ArrayNode rows, String risk, String region, String then) {
        ObjectNode row = rows.addObject();
        row.putArray("when").add(risk).add(region);
        row.putArray("then").add(then);
    }

    private void action(ObjectNode action) {
        action.put("priority", random.nextInt(1, 3)).put("cost", random.nextInt(4));
        action.put("channel", random.nextBoolean() ? "EMAIL" : "SHOP");
        action.put("kind", random.nextInt(3) == 0 ? "SERVICE" : "OFFER");
        if (random.nextBoolean()) {
            ObjectNode propensity =
                    action.putObject("propensity").put("constant", 0.1).put("coefficient", 1.5);
            propensity.putArray("terms").add("churn_risk");
        }
        if (random.nextBoolean()) {
            ObjectNode value = action.putObject("value").put("constant", -5).put("coefficient", 0.1);
            value.putArray("terms").add("clv").add(random.nextBoolean() ? "churn_risk" : "age");
        } else {
            action.put("value", 20); // so that some are worth the same
        }
    }

    private ObjectNode condition(int depth, boolean withSegment) {
        if (depth > 1 && random.nextInt(4) > 0) {
            ObjectNode group = JsonNodeFactory.instance.objectNode();
            if (random.nextInt(4) == 0) {
                return group.set("not", condition(depth - 1, withSegment));
            }
            ArrayNode children = group.putArray(random.nextBoolean() ? "all" : "any");
            for (int i = random.nextInt(1, 4); i > 0; i--) {
                children.add(condition(depth - 1, withSegment));
            }
            return group;
        }
        return comparison(withSegment);
    }

    private ObjectNode comparison(boolean withSegment) {
        ObjectNode test = JsonNodeFactory.instance.objectNode();
        if (withTable && random.nextInt(5) == 0) {
            text(test, "care_level", List.of("high", "some", "low"));
            return test;
        }
        if (withLateTable && withSegment && random.nextInt(4) == 0) {
            boolean follow = random.nextBoolean();
            text(
                    test,
                    follow ? "follow_up" : "touch",
                    follow ? List.of("calls", "letters") : List.of("person", "letter"));
            return test;
        }
        switch (random.nextInt(withSegment ? 8 : 5)) {
            case 0 -> number(test, "clv", random.nextInt(900));
            case 1 -> number(test, "churn_risk", random.nextInt(10) / 10.0);
            case 2 -> number(test, "age", random.nextInt(15, 90));
            case 3 ->
                test.put("term", "income_by_age").put("operator", random.nextBoolean() ? "IS_MISSING" : "IS_PRESENT");
            case 4 -> text(test, "region", List.of("North", "South", "East", "West"));
            default -> text(test, "segment", SEGMENTS);
        }
        return test;
    }

    private void number(ObjectNode test, String term, double value) {
        List<String> operators = List.of("AT_LEAST", "LESS_THAN", "GREATER_THAN", "AT_MOST");
        test.put("term", term).put("operator", operators.get(random.nextInt(4))).put("value", value);
    }

    private void text(ObjectNode test, String term, List<String> values) {
        boolean one = random.nextBoolean();
        boolean not = random.nextInt(3) == 0;
        String first = values.get(random.nextInt(values.size()));
        test.put("term", term).put("operator", (not ? "NOT_" : "") + (one ? "EQUALS" : "ONE_OF"));
        if (one) {
            test.put("value", first);
        } else {
            test.putArray("value").add(first).add(values.get(random.nextInt(values.size())));
        }
    }
}
