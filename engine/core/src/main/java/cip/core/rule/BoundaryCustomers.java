package cip.core.rule;

import cip.spi.FeatureColumn;
import cip.spi.FeatureMatrix;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Generated customers that tell engines apart: every threshold and text of the rules, the doubles next to each threshold,
 * missing values, both zeros, unknown texts, and values in between, mixed at random across the terms. The same seed gives
 * the same customers.
 */
final class BoundaryCustomers {
    private final Vocabulary vocabulary;
    private final Map<String, Set<Double>> numbers = new LinkedHashMap<>();
    private final Map<String, Set<String>> texts = new LinkedHashMap<>();

    private BoundaryCustomers(Vocabulary vocabulary, List<Rule> rules) {
        this.vocabulary = vocabulary;
        for (Term term : vocabulary.terms()) {
            numbers.put(term.name(), new LinkedHashSet<>(List.of(0.0, -0.0, 1.0)));
            texts.put(term.name(), new LinkedHashSet<>(term.values()));
        }
        rules.forEach(rule -> collect(rule.condition()));
    }

    /** At least {@code customers} rows with a column for every term of the vocabulary. */
    static FeatureMatrix generate(Vocabulary vocabulary, List<Rule> rules, long seed, int customers) {
        return new BoundaryCustomers(vocabulary, rules).generate(new SplittableRandom(seed), customers);
    }

    private FeatureMatrix generate(SplittableRandom random, int customers) {
        int rows = vocabulary.terms().stream()
                .mapToInt(term -> term.type() == Term.Type.TEXT ? categories(term).length : edges(term).length)
                .reduce(customers, Math::max);
        List<FeatureColumn> columns = new ArrayList<>();
        for (Term term : vocabulary.terms()) {
            SplittableRandom own = random.split();
            columns.add(
                    term.type() == Term.Type.TEXT
                            ? new FeatureColumn.TextColumn(term.name(), textColumn(categories(term), rows, own))
                            : new FeatureColumn.NumberColumn(term.name(), numberColumn(edges(term), rows, own)));
        }
        return new FeatureMatrix(rows, columns);
    }

    /** Each edge value once, at a random row; elsewhere an edge value or something between two of them. */
    private static double[] numberColumn(double[] edges, int rows, SplittableRandom random) {
        double[] column = new double[rows];
        for (int row = 0; row < rows; row++) {
            double edge = edges[random.nextInt(edges.length)];
            double other = edges[random.nextInt(edges.length)];
            boolean between = random.nextInt(4) == 0 && Double.isFinite(edge - other);
            column[row] = between ? other + random.nextDouble() * (edge - other) : edge;
        }
        int start = random.nextInt(rows);
        for (int i = 0; i < edges.length; i++) {
            column[(start + i) % rows] = edges[i];
        }
        return column;
    }

    private static @Nullable String[] textColumn(@Nullable String[] edges, int rows, SplittableRandom random) {
        @Nullable String[] column = new String[rows];
        for (int row = 0; row < rows; row++) {
            column[row] = edges[random.nextInt(edges.length)];
        }
        int start = random.nextInt(rows);
        for (int i = 0; i < edges.length; i++) {
            column[(start + i) % rows] = edges[i];
        }
        return column;
    }

    private double[] edges(Term term) {
        Set<Double> edges = new LinkedHashSet<>();
        edges.add(Double.NaN);
        for (double number : numbers.getOrDefault(term.name(), Set.of())) {
            edges.add(number);
            edges.add(Math.nextUp(number));
            edges.add(Math.nextDown(number));
        }
        return edges.stream()
                .mapToDouble(Double::doubleValue)
                .filter(edge -> !Double.isInfinite(edge))
                .toArray();
    }

    private @Nullable String[] categories(Term term) {
        List<@Nullable String> categories = new ArrayList<>(texts.getOrDefault(term.name(), Set.of()));
        for (String text : List.copyOf(texts.getOrDefault(term.name(), Set.of()))) {
            categories.add(new String(text.toCharArray())); // an equal text that is another instance
        }
        categories.add(null);
        categories.add("");
        categories.add("a text that no rule names");
        return categories.toArray(String[]::new);
    }

    private void collect(Condition condition) {
        condition.children().forEach(this::collect);
        if (condition instanceof Condition.Comparison comparison) {
            Literal value = comparison.value();
            Set<Double> thresholds = numbers.computeIfAbsent(comparison.term(), unseen -> new LinkedHashSet<>());
            Set<String> words = texts.computeIfAbsent(comparison.term(), unseen -> new LinkedHashSet<>());
            if (value instanceof Literal.OfNumber number) {
                thresholds.add(number.value());
            } else if (value instanceof Literal.Range range) {
                thresholds.addAll(List.of(range.low(), range.high()));
            } else if (value instanceof Literal.OfNumbers list) {
                thresholds.addAll(list.values());
            } else if (value instanceof Literal.OfText text) {
                words.add(text.value());
            } else if (value instanceof Literal.OfTexts list) {
                words.addAll(list.values());
            }
        }
    }
}
