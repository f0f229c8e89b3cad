package cip.core.simulate;

import cip.core.rule.TableValues;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Rules that decide customers and for which no example stands; of a table all such rows together. */
public final class UncoveredRules {
    private static final int ROWS_NAMED = 20;

    private UncoveredRules() {}

    /**
     * Those that decide most customers first.
     *
     * @param examples the same rules over the strategy's examples
     */
    public static List<Finding> of(RuleRows rows, RuleRows examples) {
        List<Finding> found = new ArrayList<>();
        rows.strategy().segments().ids().forEach(id -> rule(DecidingPlace.segment(id), rows, examples)
                .ifPresent(found::add));
        rows.strategy().engagement().forEach(rule -> rule(DecidingPlace.action(rule.action()), rows, examples)
                .ifPresent(found::add));
        for (int table = 0; table < rows.tables().size(); table++) {
            table(rows.tables().get(table), examples.tables().get(table)).ifPresent(found::add);
        }
        found.sort(Comparator.comparingInt(Finding::customers).reversed());
        return found;
    }

    private static Optional<Finding> rule(DecidingPlace place, RuleRows rows, RuleRows examples) {
        int customers = rows.at(place).map(BitSet::cardinality).orElse(0);
        boolean covered = examples.at(place).map(decided -> !decided.isEmpty()).orElse(false);
        return customers == 0 || covered
                ? Optional.empty()
                : Optional.of(Finding.ofBase(
                        Finding.Kind.NO_EXAMPLE,
                        place.toString(),
                        "No example stands for " + place.words(rows.strategy()) + ".",
                        customers));
    }

    private static Optional<Finding> table(TableValues rows, TableValues examples) {
        List<BitSet> decided = rows.counting();
        List<Integer> deciding = IntStream.range(0, decided.size())
                .filter(row -> !decided.get(row).isEmpty())
                .boxed()
                .toList();
        List<Integer> open = deciding.stream()
                .filter(row -> examples.counting().get(row).isEmpty())
                .sorted(Comparator.comparingInt(
                                (Integer row) -> decided.get(row).cardinality())
                        .reversed())
                .toList();
        if (open.isEmpty()) {
            return Optional.empty();
        }
        String name = rows.table().name();
        BitSet customers = new BitSet();
        open.forEach(row -> customers.or(decided.get(row)));
        int largest = open.get(0);
        String message = "Table " + rows.table().label() + ": no example stands for " + open.size() + " of the "
                + deciding.size() + " rows that decide customers; the largest is row " + (largest + 1) + " with "
                + decided.get(largest).cardinality() + ".";
        return Optional.of(Finding.ofBase(Finding.Kind.NO_EXAMPLE, "tables/" + name, message, customers.cardinality())
                .with(open.stream()
                        .limit(ROWS_NAMED)
                        .map(row -> DecidingPlace.row(name, row).toString())
                        .toArray(String[]::new)));
    }
}
