package cip.core.feature;

import cip.core.customer.Attribute;
import cip.core.customer.CustomerRecord;
import cip.core.customer.CustomerSchema;
import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.spi.FeatureColumn;
import cip.spi.FeatureInput;
import cip.spi.FeatureMatrix;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Ready-to-use features: a set, its reference and the schema, checked to fit together. Pure: equal records and instant give
 * equal rows to the bit, alone or among others, in any order, on any thread.
 */
public final class FittedFeatures {
    /** What stands for all that purchases give among what a column is made of. */
    public static final String TRANSACTIONS = "transactions";

    private final FeatureSet features;
    private final Declarations declared;
    private final List<String> columns;
    private final Map<Reference, Map<String, Distribution>> references;
    private final FeatureMatrix nobody;

    /** @throws EngineException {@code INVALID_STRATEGY} listing everything that does not fit */
    public FittedFeatures(FeatureSet features, FeatureReference reference, CustomerSchema schema) {
        List<String> problems = new ArrayList<>(features.problems(schema));
        Map<Reference, Map<String, Distribution>> found = new HashMap<>();
        for (FeatureDefinition definition : features.definitions()) {
            for (Reference needed : references(definition.expression())) {
                Optional<Map<String, Distribution>> groups = reference.groups(features.key(needed));
                groups.ifPresent(g -> found.put(needed, g));
                if (groups.isEmpty()) {
                    problems.add("feature " + definition.name() + ": the reference has no distribution of "
                            + needed.of().sentence(features.declarations(schema)));
                }
            }
        }
        FeatureSet.refuse(problems, "the features or config.yml were changed after the reference was fitted");
        this.features = features;
        this.declared = features.declarations(schema);
        this.references = Map.copyOf(found);
        List<String> names = new ArrayList<>();
        declared.attributes().forEach(attribute -> names.add(attribute.name()));
        features.definitions().forEach(definition -> names.add(definition.name()));
        this.columns = List.copyOf(names);
        this.nobody = new FeatureMatrix(0, columns(List.of(), Instant.EPOCH));
    }

    private FittedFeatures(FittedFeatures all, List<String> columns) {
        this.features = all.features;
        this.declared = all.declared;
        this.references = all.references;
        this.columns = columns;
        this.nobody = new FeatureMatrix(0, columns(List.of(), Instant.EPOCH));
    }

    /**
     * The same, computing no more than is needed for the named columns, in the given order.
     *
     * @throws EngineException {@code INVALID_STRATEGY} naming every column that is neither an attribute nor a feature
     */
    public FittedFeatures only(List<String> names) {
        List<String> unknown = names.stream().filter(n -> !columns.contains(n)).toList();
        if (!unknown.isEmpty()) {
            throw new EngineException(
                    ErrorCode.INVALID_STRATEGY,
                    "There is no attribute or feature " + String.join(", ", unknown) + ", only " + columns
                            + ".\nMaybe a model or rule was made for another feature set.");
        }
        return new FittedFeatures(this, List.copyOf(names));
    }

    /** The columns that {@link #compute} makes: facts and consents in the order of the schema, then features as declared. */
    public List<FeatureInput> columns() {
        return columns.stream().map(n -> new FeatureInput(n, inputType(n))).toList();
    }

    /** The attributes, dates included, that a column is computed from, however far down; an attribute from itself. */
    public Set<String> attributesOf(String column) {
        if (declared.feature(column).isEmpty()) {
            return Set.of(column);
        }
        return features.lineage(column).stream()
                .filter(name -> declared.feature(name).isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The same, and {@value #TRANSACTIONS} when purchases have a part in the column. */
    public Set<String> madeOf(String column) {
        Set<String> made = new TreeSet<>(attributesOf(column));
        boolean bought = Stream.concat(Stream.of(column), features.lineage(column).stream())
                .flatMap(name -> declared.feature(name).stream())
                .anyMatch(feature -> readsPurchases(feature.expression()));
        if (bought) {
            made.add(TRANSACTIONS);
        }
        return made;
    }

    private static boolean readsPurchases(FeatureExpression expression) {
        return expression instanceof Purchases
                || expression.operands().stream().anyMatch(FittedFeatures::readsPurchases);
    }

    /** Whether the name is that of an attribute. */
    public boolean isAttribute(String name) {
        return declared.attribute(name).isPresent();
    }

    /** What a column holds; empty = there is no such column. */
    public Optional<FeatureInput.Type> type(String name) {
        boolean known = isAttribute(name) || declared.feature(name).isPresent();
        return known ? Optional.of(inputType(name)) : Optional.empty();
    }

    /** How a feature is computed; empty = there is no such feature. */
    public Optional<FeatureExpression> expression(String name) {
        return declared.feature(name).map(FeatureDefinition::expression);
    }

    /** How an expression was distributed among the reference customers. */
    public Distribution distribution(FeatureExpression of) {
        return references.getOrDefault(Reference.of(of), Map.of()).getOrDefault("", Distribution.of(new double[0]));
    }

    /**
     * @param customers as of {@code asOf}, in any number and order
     * @return one row per customer in the same order; yes is 1 and no is 0, missing is {@code NaN} or {@code null}
     * @throws EngineException {@code INVALID_VALUE} when a customer holds an attribute in another type than declared
     */
    public FeatureMatrix compute(List<CustomerRecord> customers, Instant asOf) {
        return nobody.like(customers.size(), columns(customers, asOf));
    }

    private List<FeatureColumn> columns(List<CustomerRecord> customers, Instant asOf) {
        Rows rows =
                new Rows(declared, customers, asOf, (all, reference) -> references.getOrDefault(reference, Map.of()));
        List<FeatureColumn> made = new ArrayList<>(columns.size());
        columns.forEach(name -> made.add(rows.column(name)));
        return made;
    }

    private FeatureInput.Type inputType(String name) {
        boolean text = declared.attribute(name)
                .map(a -> a.type() == Attribute.Type.TEXT)
                .orElseGet(() -> declared.type(name).orElseThrow() == FeatureDefinition.Type.TEXT);
        return text ? FeatureInput.Type.TEXT : FeatureInput.Type.NUMBER;
    }

    private static List<Reference> references(FeatureExpression expression) {
        List<Reference> found = new ArrayList<>();
        expression.reference().ifPresent(found::add);
        expression.operands().forEach(operand -> found.addAll(references(operand)));
        return found;
    }
}
