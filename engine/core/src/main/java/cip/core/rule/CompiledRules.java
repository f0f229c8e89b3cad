package cip.core.rule;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.spi.FeatureMatrix;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.kie.api.KieBase;
import org.kie.api.runtime.KieSession;

/**
 * Rules that Drools decides, with the plain tests that it is handed, which {@link EngineParity} holds to its answers.
 * Immutable; safe to share between threads, as every call runs sessions of its own.
 */
public final class CompiledRules {
    /** Most facts of one session: enough to spread its cost. */
    private static final int LARGEST_SESSION = 1_000;
    /** Rules times facts of one session: what Drools keeps of their matches has to stay in the cache. */
    private static final int SESSION_MATCHES = 200_000;
    /** Into how many parts rows are cut that several processors decide. */
    private static final int PARTS = 4;

    private final Vocabulary vocabulary;
    private final List<Rule> rules;
    private final List<Condition> conditions;
    private final RowProgram program;
    private final Guardrails guardrails;
    private final TermLayout layout;
    private final KieBase base;

    CompiledRules(Vocabulary vocabulary, List<Rule> rules, Guardrails guardrails, TermLayout layout, KieBase base) {
        this.vocabulary = vocabulary;
        this.rules = List.copyOf(rules);
        this.conditions = rules.stream().map(Rule::condition).toList();
        this.program = RowProgram.of(conditions, layout);
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
     * Decides all rules for all rows by Drools, on several threads when there are many rows.
     *
     * @param terms a column for each term that the rules speak of
     * @return for each rule, in the order of {@link #rules()}, the rows it holds for
     */
    public List<BitSet> match(FeatureMatrix terms) {
        TermColumns columns = columns(terms);
        int sessionRows = Math.max(1, Math.min(LARGEST_SESSION, SESSION_MATCHES / Math.max(1, rules.size())));
        int sessions = (columns.rows + sessionRows - 1) / sessionRows;
        int parts = Math.min(PARTS, sessions);
        return IntStream.range(0, parts)
                .parallel()
                .mapToObj(part -> {
                    BitSet[] matches = nothing(columns.rows);
                    for (int session = part; session < sessions; session += parts) {
                        int from = session * sessionRows;
                        run(columns, from, Math.min(columns.rows, from + sessionRows), matches);
                    }
                    return matches;
                })
                .reduce(CompiledRules::joined)
                .map(List::of)
                .orElseGet(() -> List.of(nothing(0)));
    }

    private static BitSet[] joined(BitSet[] one, BitSet[] other) {
        for (int rule = 0; rule < one.length; rule++) {
            one[rule].or(other[rule]);
        }
        return one;
    }

    /** What {@link #match} gives for the one row of the terms, by asking about it what each condition asks. */
    Matches matchOne(FeatureMatrix terms) {
        return new Matches.OfOne(program.holding(columns(terms), 0), rules.size());
    }

    /** What {@link #matchOne} gives, row by row. */
    List<BitSet> matchByRow(FeatureMatrix terms) {
        TermColumns columns = columns(terms);
        BitSet[] matches = nothing(columns.rows);
        for (int row = 0; row < columns.rows; row++) {
            int at = row;
            program.holding(columns, row).stream().forEach(rule -> matches[rule].set(at));
        }
        return List.of(matches);
    }

    private TermColumns columns(FeatureMatrix terms) {
        return new TermColumns(layout, terms, guardrails.matching(terms, layout.guardrails()));
    }

    private BitSet[] nothing(int rows) {
        return Stream.generate(() -> new BitSet(rows)).limit(rules.size()).toArray(BitSet[]::new);
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
