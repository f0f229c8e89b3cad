package cip.core.rule;

import cip.spi.FeatureColumn;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureColumn.TextColumn;
import cip.spi.FeatureMatrix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The values of one term, put into groups that none of its comparisons tells apart; each group is known by one of its
 * values. "Missing" is a value, but for the segment, which every customer has.
 */
final class TermGroups {
    private static final String GUARDRAIL = "guardrail";

    /** One row per group; the term's column has the value by which the group is known. */
    private final FeatureMatrix values;

    private final Map<Condition.Comparison, BitSet> holding;

    private TermGroups(FeatureMatrix values, Map<Condition.Comparison, BitSet> holding) {
        this.values = values;
        this.holding = holding;
    }

    /** @param asked every comparison of the term */
    static TermGroups of(Term term, List<Condition.Comparison> asked) {
        FeatureMatrix cells = cells(term, asked);
        List<BitSet> holds = ConditionColumns.matching(List.copyOf(asked), cells, Guardrails.none());
        List<Integer> known = firstOfEachGroup(cells.rows(), holds);
        Map<Condition.Comparison, BitSet> holding = new LinkedHashMap<>();
        for (int i = 0; i < asked.size(); i++) {
            BitSet groups = new BitSet();
            for (int group = 0; group < known.size(); group++) {
                groups.set(group, holds.get(i).get(known.get(group)));
            }
            holding.put(asked.get(i), groups);
        }
        FeatureColumn column = cells.column(term.name());
        return new TermGroups(new FeatureMatrix(known.size(), List.of(rows(column, known))), holding);
    }

    /** Cells for which everything comes out as for no cell before; each question splits the groups that there are. */
    private static List<Integer> firstOfEachGroup(int cells, List<BitSet> holds) {
        int[] group = new int[cells];
        int groups = 1;
        for (BitSet rows : holds) {
            int[] split = new int[2 * groups];
            Arrays.fill(split, -1);
            groups = 0;
            for (int cell = 0; cell < cells; cell++) {
                int part = 2 * group[cell] + (rows.get(cell) ? 1 : 0);
                if (split[part] < 0) {
                    split[part] = groups++;
                }
                group[cell] = split[part];
            }
        }
        List<Integer> first = new ArrayList<>();
        for (int cell = 0; cell < cells; cell++) {
            if (group[cell] == first.size()) {
                first.add(cell);
            }
        }
        return first;
    }

    /** The groups of something that holds (1) or not (0). */
    static TermGroups yesOrNo() {
        return new TermGroups(
                new FeatureMatrix(2, List.of(new NumberColumn(GUARDRAIL, new double[] {0, 1}))), Map.of());
    }

    int size() {
        return values.rows();
    }

    /** The groups of values, all but "missing". */
    BitSet present() {
        FeatureColumn column = values.columns().get(0);
        BitSet present = new BitSet();
        for (int group = 0; group < size(); group++) {
            boolean missing = column instanceof TextColumn texts
                    ? texts.values()[group] == null
                    : Double.isNaN(((NumberColumn) column).values()[group]);
            present.set(group, !missing);
        }
        return present;
    }

    BitSet holding(Condition.Comparison comparison) {
        return holding.getOrDefault(comparison, new BitSet());
    }

    /** For example {@code Churn risk 30%}. */
    String words(String name, int group, Vocabulary vocabulary) {
        if (values.has(GUARDRAIL)) {
            return name + (group == 1 ? " holds" : " does not hold");
        }
        return vocabulary.label(name) + " "
                + vocabulary.words(name).actual(values.column(name), group).words();
    }

    /** A column of one row with the group's value. */
    FeatureColumn value(Term term, int group) {
        return rows(values.column(term.name()), List.of(group));
    }

    private static FeatureColumn rows(FeatureColumn column, List<Integer> rows) {
        if (column instanceof TextColumn texts) {
            @Nullable String[] chosen = new String[rows.size()];
            for (int i = 0; i < chosen.length; i++) {
                chosen[i] = texts.values()[rows.get(i)];
            }
            return new TextColumn(column.name(), chosen);
        }
        double[] numbers = ((NumberColumn) column).values();
        return new NumberColumn(
                column.name(), rows.stream().mapToDouble(row -> numbers[row]).toArray());
    }

    private static FeatureMatrix cells(Term term, List<Condition.Comparison> asked) {
        FeatureColumn column =
                switch (term.type()) {
                    case TEXT -> new TextColumn(term.name(), texts(term, asked));
                    case YES_NO -> new NumberColumn(term.name(), new double[] {0, 1, Double.NaN});
                    case NUMBER -> new NumberColumn(term.name(), numbers(term, asked));
                };
        return new FeatureMatrix(column.rows(), List.of(column));
    }

    private static @Nullable String[] texts(Term term, List<Condition.Comparison> asked) {
        Set<String> texts = new LinkedHashSet<>(term.values());
        if (term.values().isEmpty()) {
            for (Condition.Comparison comparison : asked) {
                if (comparison.value() instanceof Literal.OfText text) {
                    texts.add(text.value());
                } else if (comparison.value() instanceof Literal.OfTexts list) {
                    texts.addAll(list.values());
                }
            }
            texts.add(other(texts));
        }
        List<@Nullable String> cells = new ArrayList<>(texts);
        if (term.origin() != Term.Origin.SEGMENT) {
            cells.add(null);
        }
        return cells.toArray(String[]::new);
    }

    private static String other(Set<String> texts) {
        return texts.stream().collect(Collectors.joining(" or ", "neither ", ""));
    }

    /** Every threshold, something between each two, something beyond the outermost, within what the term can have. */
    private static double[] numbers(Term term, List<Condition.Comparison> asked) {
        double minimum = term.minimum() == null ? Double.NEGATIVE_INFINITY : term.minimum();
        double maximum = term.maximum() == null ? Double.POSITIVE_INFINITY : term.maximum();
        TreeSet<Double> points = new TreeSet<>();
        asked.forEach(comparison -> points.addAll(thresholds(comparison.value())));
        if (Double.isFinite(minimum)) {
            points.add(minimum);
        }
        if (Double.isFinite(maximum)) {
            points.add(maximum);
        }
        Set<Double> cells = new LinkedHashSet<>();
        double last = Double.NaN;
        for (double point : points) {
            cells.add(Double.isNaN(last) ? beyond(point, -1) : last + (point - last) / 2);
            cells.add(point);
            last = point;
        }
        cells.add(Double.isNaN(last) ? 0.0 : beyond(last, 1));
        cells.removeIf(cell -> cell < minimum || cell > maximum);
        cells.add(Double.NaN);
        return cells.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static List<Double> thresholds(Literal value) {
        if (value instanceof Literal.OfNumber number) {
            return List.of(number.value());
        }
        if (value instanceof Literal.Range range) {
            return List.of(range.low(), range.high());
        }
        return value instanceof Literal.OfNumbers numbers ? numbers.values() : List.of();
    }

    /** A number on that side of the point, a round one if possible. */
    private static double beyond(double point, int side) {
        double far = point + side * Math.max(1, Math.abs(point));
        return Double.isFinite(far) ? far : side < 0 ? Math.nextDown(point) : Math.nextUp(point);
    }
}
