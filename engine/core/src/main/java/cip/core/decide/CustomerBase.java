package cip.core.decide;

import cip.core.contact.ContactColumns;
import cip.core.customer.CustomerId;
import cip.spi.FeatureColumn;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureColumn.TextColumn;
import cip.spi.FeatureMatrix;
import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every decided customer, column by column, as one run left them: what counts, audiences and key figures read. Immutable;
 * safe to share between threads. Rows are in the order of the customer ids.
 */
public final class CustomerBase {
    private final StrategySplit split;
    private final Instant asOf;
    private final List<CustomerId> ids;
    private final BitSet challenged;
    private final FeatureMatrix terms;
    private final List<String> topActions;
    private final double[] expectedValues;
    private final BitSet heldOut;
    private final @Nullable Holdout holdout;
    private final ContactColumns contacts;
    private volatile @Nullable Map<String, BitSet> segmentRows;

    CustomerBase(CustomerBaseBuilder builder) {
        this.split = builder.split;
        this.asOf = builder.asOf;
        this.ids = List.copyOf(builder.ids);
        this.challenged = (BitSet) builder.challenged.clone();
        this.terms = new FeatureMatrix(
                ids.size(),
                builder.columns.values().stream()
                        .map(column -> column.finished(ids.size()))
                        .toList());
        this.topActions = List.copyOf(builder.topActions);
        this.expectedValues = Arrays.copyOf(builder.expectedValues, ids.size());
        this.heldOut = (BitSet) builder.heldOut.clone();
        this.holdout = builder.holdout;
        builder.contacts.upTo(ids.size());
        this.contacts = builder.contacts.build();
    }

    private CustomerBase(CustomerBase other, List<? extends FeatureColumn> given) {
        this.split = other.split;
        this.asOf = other.asOf;
        this.ids = other.ids;
        this.challenged = other.challenged;
        Map<String, FeatureColumn> columns = new LinkedHashMap<>();
        other.terms.columns().forEach(column -> columns.put(column.name(), column));
        given.forEach(column -> columns.put(column.name(), column));
        this.terms = new FeatureMatrix(ids.size(), List.copyOf(columns.values()));
        this.topActions = other.topActions;
        this.expectedValues = other.expectedValues;
        this.heldOut = other.heldOut;
        this.holdout = other.holdout;
        this.contacts = other.contacts;
    }

    /**
     * The same customers with other columns, which take the place of those with their names. Segments, first actions, expected
     * values and what tables gave stay as they were decided.
     */
    public CustomerBase with(List<? extends FeatureColumn> columns) {
        return new CustomerBase(this, columns);
    }

    public static CustomerBaseBuilder builder(StrategyHash strategy, Instant asOf) {
        return builder(StrategySplit.of(strategy), asOf);
    }

    /** Of customers who were decided by two strategies. */
    public static CustomerBaseBuilder builder(StrategySplit split, Instant asOf) {
        return new CustomerBaseBuilder(split, asOf);
    }

    /** The strategies that the customers were decided by. */
    public StrategySplit split() {
        return split;
    }

    /** The strategy that the customer was decided by. */
    public StrategyHash strategyOf(int row) {
        ChallengerShare challenger = split.challenger();
        return challenger != null && challenged.get(row) ? challenger.strategy() : split.champion();
    }

    /** The rows of customers whom a strategy decided; none when it took no part. */
    public BitSet decidedBy(StrategyHash strategy) {
        BitSet rows = new BitSet(size());
        if (strategy.equals(split.champion())) {
            rows.set(0, size());
            rows.andNot(challenged);
        } else if (split.strategies().contains(strategy)) {
            rows.or(challenged);
        }
        return rows;
    }

    /** The instant features were computed for. */
    public Instant asOf() {
        return asOf;
    }

    public int size() {
        return ids.size();
    }

    public CustomerId id(int row) {
        return ids.get(row);
    }

    /** The customer's row; empty when they were not decided. */
    public Optional<Integer> row(CustomerId customer) {
        int row = Collections.binarySearch(ids, customer);
        return row < 0 ? Optional.empty() : Optional.of(row);
    }

    /** Attributes, features, scores and segment, one row per customer. */
    public FeatureMatrix terms() {
        return terms;
    }

    /** When the customers were contacted up to {@link #asOf}. */
    public ContactColumns contacts() {
        return contacts;
    }

    /** Id of the action ranked first. */
    public String topAction(int row) {
        return topActions.get(row);
    }

    /** Expected value of the action ranked first, in the currency of config.yml. */
    public double expectedValue(int row) {
        return expectedValues[row];
    }

    public String segment(int row) {
        TextColumn segments = (TextColumn) terms.column(StrategyVocabulary.SEGMENT);
        return Objects.requireNonNull(segments.values()[row]);
    }

    /** The rows of each segment that somebody is in, by its id; nobody may change them. Made when first asked for. */
    public Map<String, BitSet> segmentRows() {
        Map<String, BitSet> known = segmentRows;
        if (known == null) {
            known = new LinkedHashMap<>();
            for (int row = 0; row < size(); row++) {
                known.computeIfAbsent(segment(row), id -> new BitSet(size())).set(row);
            }
            segmentRows = known;
        }
        return known;
    }

    /** A number of the customer, NaN = missing. */
    public double number(String term, int row) {
        return ((NumberColumn) terms.column(term)).values()[row];
    }

    /** The rows of customers in the holdout. */
    public BitSet heldOut() {
        return (BitSet) heldOut.clone();
    }

    /** Of the rows from {@code from} to before {@code to}, counted from 0, those that a holdout holds. */
    public BitSet heldOut(Holdout wanted, int from, int to) {
        if (wanted.equals(holdout)) {
            return heldOut.get(from, to);
        }
        BitSet held = new BitSet(to - from);
        if (wanted.share() > 0) {
            for (int row = from; row < to; row++) {
                held.set(row - from, wanted.holds(ids.get(row)));
            }
        }
        return held;
    }

    /** The action ranked first for a customer. */
    public record TopAction(String action, double expectedValue) {}
}
