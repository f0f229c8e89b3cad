package cip.core.rule;

import cip.spi.FeatureColumn;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureColumn.TextColumn;
import cip.spi.FeatureMatrix;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The values of one term cut where the tests of a decision table cut them, in the order of the values, "missing" last: numbers
 * into every number that is named and the intervals between, texts one by one. Unlike {@link TermGroups} every cell, and every
 * run of cells, can be written as a test.
 */
final class TermCells {
    /** Texts of customers that are written down one by one; of more, a test is no rule any more. */
    private static final int MOST_TEXTS = 12;

    private final Term term;
    private final double[] points;
    private final List<String> texts;
    private final int known;
    /** Cells outside these two hold numbers that the term cannot have. */
    private final int first;

    private final int last;

    private TermCells(Term term, double[] points, List<String> texts) {
        this.term = term;
        this.points = points;
        this.texts = texts;
        this.known = switch (term.type()) {
            case TEXT -> texts.size();
            case YES_NO -> 2;
            case NUMBER -> 2 * points.length + 1;
        };
        boolean fromLowest = points.length > 0 && term.minimum() != null && points[0] == term.minimum();
        boolean toHighest = points.length > 0 && term.maximum() != null && points[points.length - 1] == term.maximum();
        this.first = fromLowest ? 1 : 0;
        this.last = toHighest ? known - 2 : known - 1;
    }

    /**
     * Empty when the customers' texts are too many to be written, or personal.
     *
     * @param tests of the term, of all rows
     * @param column of the customers
     * @param rows of those who are asked about
     */
    static Optional<TermCells> of(Term term, List<Condition> tests, FeatureColumn column, BitSet rows) {
        Set<Literal> named = new LinkedHashSet<>();
        tests.forEach(test -> collect(test, named));
        TreeSet<Double> points = new TreeSet<>();
        Set<String> texts = new LinkedHashSet<>(term.values());
        for (Literal literal : named) {
            if (literal instanceof Literal.OfNumber number) {
                points.add(number.value());
            } else if (literal instanceof Literal.Range range) {
                points.addAll(List.of(range.low(), range.high()));
            } else if (literal instanceof Literal.OfText text) {
                texts.add(text.value());
            } else if (literal instanceof Literal.OfTexts list) {
                texts.addAll(list.values());
            }
        }
        if (!term.values().isEmpty()) {
            texts.retainAll(term.values());
        } else if (column instanceof TextColumn values && !named.isEmpty()) {
            Set<String> others = new TreeSet<>();
            for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
                String text = values.values()[row];
                if (text != null && !texts.contains(text)) {
                    others.add(text);
                    if (others.size() > MOST_TEXTS || term.personal()) {
                        return Optional.empty();
                    }
                }
            }
            texts.addAll(others);
        }
        double[] sorted = points.stream()
                .filter(point -> isWithin(term, point))
                .mapToDouble(Double::doubleValue)
                .toArray();
        return Optional.of(new TermCells(term, sorted, List.copyOf(texts)));
    }

    private static boolean isWithin(Term term, double number) {
        return (term.minimum() == null || number >= term.minimum())
                && (term.maximum() == null || number <= term.maximum());
    }

    private static void collect(Condition test, Set<Literal> named) {
        test.children().forEach(child -> collect(child, named));
        if (test instanceof Condition.Comparison comparison) {
            named.add(comparison.value());
        }
    }

    Term term() {
        return term;
    }

    /** The cell of those without a value, or with one that the term cannot have; the others come before it. */
    int missing() {
        return known;
    }

    int size() {
        return known + 1;
    }

    /** The cell of a customer. */
    int cell(FeatureColumn column, int row) {
        if (column instanceof TextColumn values) {
            String text = values.values()[row];
            int cell = text == null ? -1 : texts.indexOf(text);
            return cell < 0 ? known : cell;
        }
        double number = ((NumberColumn) column).values()[row];
        if (term.type() == Term.Type.YES_NO) {
            return number == 1 ? 1 : number == 0 ? 0 : known;
        }
        if (Double.isNaN(number) || !isWithin(term, number)) {
            return known;
        }
        int at = Arrays.binarySearch(points, number + 0.0);
        return at >= 0 ? 2 * at + 1 : 2 * (-at - 1);
    }

    /** The cells for which a test holds. */
    BitSet holding(Condition test) {
        BitSet held = ConditionColumns.matching(test, new FeatureMatrix(size(), List.of(examples())));
        held.clear(0, first);
        held.clear(last + 1, known);
        return held;
    }

    /** One value for each cell. */
    private FeatureColumn examples() {
        if (term.type() == Term.Type.TEXT) {
            @Nullable String[] values = texts.toArray(new @Nullable String[size()]);
            return new TextColumn(term.name(), values);
        }
        double[] values = new double[size()];
        values[known] = Double.NaN;
        if (term.type() == Term.Type.YES_NO) {
            values[1] = 1;
        } else {
            for (int cell = 0; cell < known; cell++) {
                values[cell] = number(cell);
            }
        }
        return new NumberColumn(term.name(), values);
    }

    private double number(int cell) {
        if (cell % 2 == 1) {
            return points[cell / 2];
        }
        int above = cell / 2;
        if (points.length == 0) {
            return 0;
        }
        if (above == 0) {
            return Math.nextDown(points[0]);
        }
        return above == points.length
                ? Math.nextUp(points[above - 1])
                : points[above - 1] + (points[above] - points[above - 1]) / 2;
    }

    /** The first cell with a value. */
    int first() {
        return first;
    }

    /** The last cell with a value. */
    int last() {
        return last;
    }

    /** Cells beside each other are joined into ranges; texts and yes and no have no order. */
    boolean isOrdered() {
        return term.type() == Term.Type.NUMBER;
    }

    /** The cells as the text of a test; empty = no test says that. @param cells of numbers beside each other */
    Optional<String> text(BitSet cells) {
        if (cells.cardinality() == size()) {
            return Optional.of("-");
        }
        if (cells.get(known) || cells.isEmpty() || (isOrdered() && points.length == 0)) {
            return Optional.empty();
        }
        return Optional.of(
                switch (term.type()) {
                    case TEXT ->
                        cells.stream()
                                .mapToObj(texts::get)
                                .map(UnaryTests::quote)
                                .collect(Collectors.joining(","));
                    case YES_NO ->
                        cells.stream()
                                .mapToObj(cell -> cell == 1 ? "true" : "false")
                                .collect(Collectors.joining(","));
                    case NUMBER -> numbers(cells.nextSetBit(0), cells.length() - 1);
                });
    }

    private String numbers(int from, int to) {
        boolean open = from == first;
        boolean endless = to == last;
        if (open && endless) {
            String lowest = Numbers.plain(points[0]);
            return first == 1 ? ">=" + lowest : "<" + lowest + ",>=" + lowest;
        }
        if (from == to && from % 2 == 1) {
            return Numbers.plain(points[from / 2]);
        }
        String low = open ? "" : Numbers.plain(points[from % 2 == 1 ? from / 2 : from / 2 - 1]);
        String high = endless ? "" : Numbers.plain(points[to / 2]);
        boolean lowIn = from % 2 == 1;
        boolean highIn = to % 2 == 1;
        if (open) {
            return (highIn ? "<=" : "<") + high;
        }
        if (endless) {
            return (lowIn ? ">=" : ">") + low;
        }
        return (lowIn ? "[" : "(") + low + ".." + high + (highIn ? "]" : ")");
    }
}
