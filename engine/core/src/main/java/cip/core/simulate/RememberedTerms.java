package cip.core.simulate;

import cip.core.decide.CustomerBase;
import cip.core.decide.DecidedTables;
import cip.core.decide.TermPage;
import cip.core.rule.BaseConditions;
import cip.core.rule.Condition;
import cip.core.rule.ConditionMemory;
import cip.core.rule.DecisionTable;
import cip.core.rule.Guardrail;
import cip.spi.FeatureMatrix;
import java.util.ArrayDeque;
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

    /** The base with what some tables give to it. */
    final class Given {
        private final List<DecisionTable> tables;
        private final DecidedTables decided;
        private final Set<String> outputs = new HashSet<>();
        private final ConditionMemory own;

        private Given(List<DecisionTable> tables, Interest interest) {
            this.tables = tables;
            this.decided = DecidedTables.of(tables, base.terms(), asked -> {
                Map<Condition, BitSet> rows = ofBase(asked, interest);
                return asked.stream()
                        .map(rows::get)
                        .map(Objects::requireNonNull)
                        .toList();
            });
            tables.forEach(table -> table.outputs().forEach(output -> outputs.add(output.name())));
            this.own = new ConditionMemory(capacity / (2 * TABLES_REMEMBERED));
        }

        List<DecisionTable> tables() {
            return tables;
        }

        DecidedTables decided() {
            return decided;
        }

        /** The rows of each condition, which nobody may change. */
        Map<Condition, BitSet> matching(List<Condition> asked, Interest interest) {
            if (tables.isEmpty()) {
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
            return !tables.isEmpty() && terms(List.of(condition)).stream().anyMatch(outputs::contains);
        }
    }

    private Map<Condition, BitSet> ofBase(List<Condition> asked, Interest interest) {
        return memory.matching(asked, missing -> decide(missing, base.terms(), interest));
    }

    /** @throws cip.core.error.EngineException CONFLICT when the interest is gone, as all that count here */
    synchronized Given of(List<DecisionTable> tables, Interest interest) {
        for (Given known : given) {
            if (known.tables.equals(tables)) {
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
