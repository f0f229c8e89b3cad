package cip.core.simulate;

import cip.core.decide.CustomerBase;
import cip.core.decide.DecidedTables;
import cip.core.decide.SegmentParts;
import cip.core.decide.Strategy;
import cip.core.decide.StrategyVocabulary;
import cip.core.decide.TableOrder;
import cip.core.decide.TermPage;
import cip.core.rule.BaseConditions;
import cip.core.rule.Condition;
import cip.core.rule.ConditionMemory;
import cip.core.rule.ConditionParts;
import cip.core.rule.DecisionTable;
import cip.core.rule.Guardrail;
import cip.spi.FeatureColumn;
import cip.spi.FeatureColumn.TextColumn;
import cip.spi.FeatureMatrix;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Decides conditions over one base and over what the tables of a strategy give to it, on every core, and remembers the rows
 * in bounded memory. Thread-safe.
 */
final class RememberedTerms {
    private static final int PAGE = 65_536;
    private static final int TABLES_REMEMBERED = 2;

    private final CustomerBase base;
    private final BaseConditions conditions;
    private final long capacity;
    private final ConditionMemory memory;
    private final Deque<Given> given = new ArrayDeque<>();

    RememberedTerms(CustomerBase base, BaseConditions conditions, long capacity) {
        this.base = base;
        this.conditions = conditions;
        this.capacity = capacity;
        this.memory = new ConditionMemory(capacity / 2);
    }

    /** The base with what those of some tables give to it that are decided before the segments. */
    final class Given {
        private final TableOrder tables;
        private final SegmentParts parts;
        private final Set<String> outputs = new HashSet<>();
        private final ConditionMemory own;
        private DecidedTables decided = DecidedTables.none(base.terms());
        private @Nullable Segmented last;

        private Given(List<DecisionTable> tables, Interest interest) {
            this.tables = TableOrder.of(tables);
            this.parts = new SegmentParts(this.tables, conditions.guardrails());
            this.own = new ConditionMemory(capacity / (2 * TABLES_REMEMBERED));
            tables.forEach(table -> table.outputs().forEach(output -> outputs.add(output.name())));
            for (TableOrder.Wave wave : this.tables.beforeSegments()) {
                this.decided = decided.then(List.of(wave), (same, known) -> {
                    List<Condition> asked = same.conditions();
                    Map<Condition, BitSet> rows = matching(asked, interest);
                    return asked.stream()
                            .map(rows::get)
                            .map(Objects::requireNonNull)
                            .toList();
                });
            }
        }

        List<DecisionTable> tables() {
            return tables.tables();
        }

        SegmentParts parts() {
            return parts;
        }

        /** The base with everybody in their new segment, and with what all tables give. */
        synchronized DecidedTables segmented(Strategy strategy, SegmentReach.Found found, Interest interest) {
            Segmented known = last;
            if (known == null || !known.isOf(found)) {
                known = new Segmented(found.members(), late(strategy, found, interest));
                last = known;
            }
            return known.tables();
        }

        private DecidedTables late(Strategy strategy, SegmentReach.Found found, Interest interest) {
            ConditionParts.Members members = new ConditionParts.Members(found.members(), base.size());
            return decided.with(withSegments(strategy, decided.terms(), found))
                    .then(tables.afterSegments(), (wave, terms) -> {
                        ConditionParts cut = parts.of(wave.conditions());
                        Map<Condition, BitSet> rows = new HashMap<>(matching(cut.free(), interest));
                        List<BitSet> bound = decide(cut.bound(), terms, interest);
                        for (int i = 0; i < bound.size(); i++) {
                            rows.put(cut.bound().get(i), bound.get(i));
                        }
                        return cut.rows(rows::get, members);
                    });
        }

        /** The rows of each condition, which nobody may change. */
        Map<Condition, BitSet> matching(List<Condition> asked, Interest interest) {
            if (outputs.isEmpty()) {
                return ofBase(asked, interest);
            }
            Map<Condition, BitSet> rows = new HashMap<>(
                    ofBase(asked.stream().filter(c -> !asksTables(c)).toList(), interest));
            rows.putAll(own.matching(
                    asked.stream().filter(this::asksTables).toList(),
                    missing -> decide(missing, decided.terms(), interest)));
            return rows;
        }

        /** Whether a condition depends on what the tables give. */
        boolean asksTables(Condition condition) {
            return !outputs.isEmpty() && terms(List.of(condition)).stream().anyMatch(outputs::contains);
        }
    }

    /** What was decided with some segments. */
    private record Segmented(Map<String, BitSet> members, DecidedTables tables) {
        /** Whether the segments are the same; the same instance is kept for the same rows. */
        @SuppressWarnings("ReferenceEquality")
        boolean isOf(SegmentReach.Found found) {
            return List.copyOf(members.keySet())
                            .equals(List.copyOf(found.members().keySet()))
                    && members.entrySet().stream()
                            .allMatch(entry -> found.members().get(entry.getKey()) == entry.getValue());
        }
    }

    /** The terms with everybody in their new segment. */
    private FeatureMatrix withSegments(Strategy strategy, FeatureMatrix terms, SegmentReach.Found found) {
        String[] ids = new String[base.size()];
        for (String id : strategy.segments().ids()) {
            Objects.requireNonNull(found.members().get(id)).stream().forEach(row -> ids[row] = id);
        }
        List<FeatureColumn> columns = new ArrayList<>(terms.columns());
        columns.removeIf(column -> column.name().equals(StrategyVocabulary.SEGMENT));
        columns.add(new TextColumn(StrategyVocabulary.SEGMENT, ids));
        return new FeatureMatrix(base.size(), columns);
    }

    private Map<Condition, BitSet> ofBase(List<Condition> asked, Interest interest) {
        return memory.matching(asked, missing -> decide(missing, base.terms(), interest));
    }

    /** @throws cip.core.error.EngineException CONFLICT when the interest is gone, as all that count here */
    synchronized Given of(List<DecisionTable> tables, Interest interest) {
        for (Given known : given) {
            if (known.tables().equals(tables)) {
                return known;
            }
        }
        Given made = new Given(tables, interest);
        given.addFirst(made);
        if (given.size() > TABLES_REMEMBERED) {
            given.removeLast();
        }
        return made;
    }

    /** Those of the guardrails included. */
    private Set<String> terms(List<Condition> asked) {
        Set<String> terms = new LinkedHashSet<>();
        Set<String> named = new LinkedHashSet<>();
        for (Condition condition : asked) {
            terms.addAll(condition.terms());
            named.addAll(condition.guardrails());
        }
        for (Guardrail guardrail : conditions.guardrails().all()) {
            if (named.contains(guardrail.name())) {
                terms.addAll(guardrail.terms());
            }
        }
        return terms;
    }

    /** Page by page on every core. */
    private List<BitSet> decide(List<Condition> asked, FeatureMatrix terms, Interest interest) {
        if (asked.isEmpty()) {
            return List.of();
        }
        interest.require();
        int pages = (terms.rows() + PAGE - 1) / PAGE;
        if (pages <= 1 || conditions.difference().isPresent()) {
            return conditions.matching(asked, terms);
        }
        Set<String> names = terms(asked);
        List<List<BitSet>> decided = IntStream.range(0, pages)
                .parallel()
                .mapToObj(page -> {
                    interest.require();
                    int to = Math.min(terms.rows(), (page + 1) * PAGE);
                    return conditions.matching(asked, TermPage.of(terms, names, page * PAGE, to));
                })
                .toList();
        interest.require();
        return IntStream.range(0, asked.size())
                .parallel()
                .mapToObj(condition -> joined(decided, condition))
                .toList();
    }

    private static BitSet joined(List<List<BitSet>> pages, int condition) {
        long[] words = new long[pages.size() * (PAGE / Long.SIZE)];
        for (int page = 0; page < pages.size(); page++) {
            long[] some = pages.get(page).get(condition).toLongArray();
            System.arraycopy(some, 0, words, page * (PAGE / Long.SIZE), some.length);
        }
        return BitSet.valueOf(words);
    }
}
