package cip.core.rule;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.spi.FeatureMatrix;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;

/** Rules that Drools decides. Immutable; safe to share between threads, as every call runs sessions of its own. */
public final class CompiledRules {
    /** Facts of one session: large enough to spread its cost, small enough to stay in the cache. */
    private static final int SESSION_ROWS = 1_000;

    private final Vocabulary vocabulary;
    private final List<Rule> rules;
    private final List<Condition> conditions;
    private final Guardrails guardrails;
    private final TermLayout layout;
    private final KieBase base;

    CompiledRules(Vocabulary vocabulary, List<Rule> rules, Guardrails guardrails, TermLayout layout, KieBase base) {
        this.vocabulary = vocabulary;
        this.rules = List.copyOf(rules);
        this.conditions = rules.stream().map(Rule::condition).toList();
        this.guardrails = guardrails;
        this.layout = layout;
        this.base = base;
    }

    public Vocabulary vocabulary() {
        return vocabulary;
    }

    public List<Rule> rules() {
        return rules;
    }

    List<Condition> conditions() {
        return conditions;
    }

    public Guardrails guardrails() {
        return guardrails;
    }

    /** How each rule came out, in the order of {@link #rules()}. @param words in which it is put */
    public ConditionTraces traces(Vocabulary words) {
        return ConditionTraces.of(conditions, words);
    }

    /**
     * Decides all rules for all rows.
     *
     * @param terms a column for each term that the rules speak of
     * @return for each rule, in the order of {@link #rules()}, the rows it holds for
     */
    public List<BitSet> match(FeatureMatrix terms) {
        TermColumns columns = new TermColumns(layout, terms, guardrails.matching(terms, layout.guardrails()));
        BitSet[] matches = Stream.generate(() -> new BitSet(columns.rows))
                .limit(rules.size())
                .toArray(BitSet[]::new);
        for (int from = 0; from < columns.rows; from += SESSION_ROWS) {
            run(columns, from, Math.min(columns.rows, from + SESSION_ROWS), matches);
        }
        return List.of(matches);
    }

    private void run(TermColumns columns, int from, int to, BitSet[] matches) {
        int limit = (to - from) * rules.size() + 1;
        KieSession session = base.newKieSession();
        try {
            for (int row = from; row < to; row++) {
                session.insert(new Row(columns, row, matches));
            }
            int fired = session.fireAllRules(limit);
            if (fired == limit) {
                throw new EngineException(
                        ErrorCode.INTERNAL,
                        "The rules fired " + fired + " times for " + (to - from) + " customers and " + rules.size()
                                + " rules, expected each rule at most once per customer.");
            }
        } finally {
            session.dispose();
        }
    }
}
