package cip.server.models;

import cip.core.customer.CustomerRecord;
import cip.server.models.TrainingHistory.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** How the customers of a synthetic retailer change, and what they do then. */
enum DriftScenario {
    /** Other customers of the same population: nothing may alarm. */
    NOTHING("nothing: other customers, same population") {
        @Override
        Row changed(Row row, SplittableRandom random) {
            return row;
        }
    },
    /** What is said of customers has become unreliable. */
    NOISE("noise: profiles are off by half their size") {
        @Override
        Row changed(Row row, SplittableRandom random) {
            Map<String, Object> attributes = new HashMap<>(row.record().attributes());
            for (String name : List.of("annual_income", "purchase_amount")) {
                scale(attributes, name, Math.max(0, 1 + random.nextGaussian() / 2));
            }
            return with(row, attributes, row.later());
        }
    },
    /** Incomes and prices are half as much again, so is what customers spend, and a quarter of them buy no more. */
    SHIFT("shift: incomes, prices, spend +50 %, a quarter buy no more") {
        @Override
        Row changed(Row row, SplittableRandom random) {
            Map<String, Object> attributes = new HashMap<>(row.record().attributes());
            scale(attributes, "annual_income", GROWTH);
            scale(attributes, "purchase_amount", GROWTH);
            return with(
                    row,
                    attributes,
                    random.nextInt(4) == 0
                            ? new LaterPurchases(0, 0)
                            : new LaterPurchases(
                                    row.later().purchases(), row.later().spend() * GROWTH));
        }
    },
    /** A quarter live in a region no model has seen: half of them do not come back, the others spend three times as much. */
    NEW_REGION("new region: a quarter of the customers, who behave otherwise") {
        @Override
        Row changed(Row row, SplittableRandom random) {
            boolean moved = random.nextInt(4) == 0;
            boolean stays = random.nextBoolean();
            if (!moved || !row.record().attributes().containsKey(REGION)) {
                return row;
            }
            Map<String, Object> attributes = new HashMap<>(row.record().attributes());
            attributes.put(REGION, "Overseas");
            return with(
                    row,
                    attributes,
                    stays
                            ? new LaterPurchases(
                                    row.later().purchases(), row.later().spend() * 3)
                            : new LaterPurchases(0, 0));
        }
    };

    private static final String REGION = "region";
    private static final double GROWTH = 1.5;

    private final String label;

    DriftScenario(String label) {
        this.label = label;
    }

    /** Draws as often for every row, so that customers differ between scenarios by the change alone. */
    abstract Row changed(Row row, SplittableRandom random);

    String label() {
        return label;
    }

    TrainingHistory of(TrainingHistory before, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Row> rows = new ArrayList<>();
        for (Row row : before.wholeRows()) {
            rows.add(changed(row, random));
        }
        return TrainingHistory.of(before.source().with("; " + label), before.asOf(), rows, before.findings());
    }

    private static void scale(Map<String, Object> attributes, String name, double factor) {
        Object value = attributes.get(name);
        if (value instanceof Double number) {
            attributes.put(name, number * factor);
        } else if (value instanceof Long number) {
            attributes.put(name, Math.round(number * factor));
        }
    }

    private static Row with(Row row, Map<String, Object> attributes, LaterPurchases later) {
        return new Row(
                new CustomerRecord(row.record().id(), attributes, row.record().purchases()),
                later,
                row.customer(),
                row.whole());
    }
}
