package cip.core.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a decision table as boxes: a row tests each term by itself, so it holds for a set of value groups (see {@link
 * TermGroups}) of one term and of the next and so on. Whether two rows can hold together, and whether rows above cover one
 * below, is then counted out instead of searched for. Terms are taken as independent of each other.
 */
public final class TableBoxes {
    /** Rows compared with a box before one question is given up, and before all of one table's are. */
    private static final int MOST_COMPARED = 20_000;

    private static final int MOST_COMPARED_IN_ALL = 2_000_000;

    private final Vocabulary vocabulary;
    private final List<String> terms;
    private final List<TermGroups> groups;
    /** For each row and term the groups for which the row's tests of the term hold. */
    private final List<BitSet[]> rows = new ArrayList<>();

    private final MeetingRows meeting;
    private int comparedInAll;
    /** Of the question asked now. */
    private int left;

    private TableBoxes(DecisionTable table, Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        this.terms = List.copyOf(new LinkedHashSet<>(table.inputs()));
        this.groups = groups(table, terms, vocabulary);
        BitSet[] full = full();
        int[] termOf = table.inputs().stream().mapToInt(terms::indexOf).toArray();
        for (DecisionTable.Row row : table.rows()) {
            BitSet[] box = full.clone();
            for (int i = 0; i < termOf.length; i++) {
                if (!row.when().get(i).equals(Condition.everyone())) {
                    BitSet held = (BitSet) box[termOf[i]].clone();
                    held.and(row.when().get(i).accept(new Groups(groups.get(termOf[i]))));
                    box[termOf[i]] = held;
                }
            }
            rows.add(box);
        }
        this.meeting = new MeetingRows(rows, terms.size());
    }

    /** @param table without problems over the vocabulary */
    public static TableBoxes of(DecisionTable table, Vocabulary vocabulary) {
        return new TableBoxes(table, vocabulary);
    }

    /** The first row above with which a row can hold together. @param among which rows above are asked */
    Optional<Integer> overlapping(int row, IntPredicate among) {
        BitSet met = meeting.of(row);
        for (int above = met.nextSetBit(0); above >= 0 && above < row; above = met.nextSetBit(above + 1)) {
            if (among.test(above)) {
                return Optional.of(above);
            }
        }
        return Optional.empty();
    }

    /** Pairs of tests compared so far to find out which rows meet: what that has cost. */
    long testsCompared() {
        return meeting.compared();
    }

    /** A customer for whom both rows hold, in words. */
    String meeting(int one, int other) {
        BitSet[] both = copy(rows.get(one));
        for (int term = 0; term < both.length; term++) {
            both[term].and(rows.get(other)[term]);
        }
        return words(both);
    }

    /** Whether no customer can meet the row. */
    public boolean isImpossible(int row) {
        return Arrays.stream(rows.get(row)).anyMatch(BitSet::isEmpty);
    }

    /** Equal for rows that hold for the same customers. */
    public List<Integer> asked(int row) {
        return meeting.asked(row);
    }

    /** Whether whoever meets the row surely meets one of the others; when it takes too long to say, no. */
    public boolean isCovered(int row, List<Integer> others) {
        left = 0;
        if (isImpossible(row)) {
            return false;
        }
        BitSet met = meeting.of(row);
        return isEmpty(rows.get(row), others.stream().filter(met::get).toList());
    }

    /** Whether it took too long to answer the last question. */
    public boolean gaveUp() {
        return left < 0;
    }

    /** A customer whom none of the rows fits, in words, if possible one of whom everything is known. */
    public Optional<String> gap() {
        BitSet[] known = full();
        for (int term = 0; term < known.length; term++) {
            known[term].and(groups.get(term).present());
        }
        List<Integer> all = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            all.add(row);
        }
        return outside(known, all).or(() -> outside(full(), all)).map(this::words);
    }

    private boolean isEmpty(BitSet[] box, List<Integer> without) {
        boolean empty = outside(box, without).isEmpty();
        return empty && left >= 0;
    }

    /** A part of the box that lies in none of the rows; empty = there is none, or it took too long. */
    private Optional<BitSet[]> outside(BitSet[] box, List<Integer> without) {
        int most = Math.min(MOST_COMPARED, MOST_COMPARED_IN_ALL - comparedInAll);
        left = most;
        BitSet @Nullable [] found = outside(box, without, 0);
        comparedInAll += most - left;
        return Optional.ofNullable(found);
    }

    /** Cuts the box along the first row that meets it and looks at what sticks out, side by side. */
    private BitSet @Nullable [] outside(BitSet[] box, List<Integer> without, int from) {
        for (int at = from; at < without.size(); at++) {
            if (--left < 0) {
                return null;
            }
            BitSet[] row = rows.get(without.get(at));
            if (intersect(box, row)) {
                BitSet[] rest = copy(box);
                for (int term = 0; term < rest.length; term++) {
                    BitSet beside = (BitSet) rest[term].clone();
                    beside.andNot(row[term]);
                    if (!beside.isEmpty()) {
                        BitSet[] part = copy(rest);
                        part[term] = beside;
                        BitSet[] found = outside(part, without, at + 1);
                        if (found != null) {
                            return found;
                        }
                    }
                    rest[term].and(row[term]);
                }
                return null;
            }
        }
        return box;
    }

    private static boolean intersect(BitSet[] one, BitSet[] other) {
        for (int term = 0; term < one.length; term++) {
            if (!one[term].intersects(other[term])) {
                return false;
            }
        }
        return true;
    }

    private String words(BitSet[] box) {
        List<String> words = new ArrayList<>();
        for (int term = 0; term < box.length; term++) {
            if (box[term].cardinality() < groups.get(term).size()) {
                words.add(groups.get(term).words(terms.get(term), box[term].nextSetBit(0), vocabulary));
            }
        }
        return words.isEmpty() ? "any customer" : String.join(", ", words);
    }

    private BitSet[] full() {
        BitSet[] full = new BitSet[groups.size()];
        for (int term = 0; term < full.length; term++) {
            full[term] = new BitSet();
            full[term].set(0, groups.get(term).size());
        }
        return full;
    }

    private static BitSet[] copy(BitSet[] box) {
        return Arrays.stream(box).map(set -> (BitSet) set.clone()).toArray(BitSet[]::new);
    }

    private static List<TermGroups> groups(DecisionTable table, List<String> terms, Vocabulary vocabulary) {
        Map<String, Set<Condition.Comparison>> asked = new LinkedHashMap<>();
        terms.forEach(term -> asked.put(term, new LinkedHashSet<>()));
        table.rows().forEach(row -> row.when().forEach(test -> collect(test, asked)));
        List<TermGroups> groups = new ArrayList<>();
        asked.forEach((term, comparisons) ->
                groups.add(TermGroups.of(vocabulary.termOrUnknown(term), List.copyOf(comparisons))));
        return groups;
    }

    private static void collect(Condition test, Map<String, Set<Condition.Comparison>> asked) {
        test.children().forEach(child -> collect(child, asked));
        if (test instanceof Condition.Comparison comparison) {
            asked.getOrDefault(comparison.term(), new LinkedHashSet<>()).add(comparison);
        }
    }

    /** The groups of one term for which a test of it holds. */
    private record Groups(TermGroups groups) implements Condition.Visitor<BitSet> {
        @Override
        public BitSet all(Condition.All group) {
            BitSet held = everything();
            group.children().forEach(child -> held.and(child.accept(this)));
            return held;
        }

        @Override
        public BitSet any(Condition.Any group) {
            BitSet held = new BitSet();
            group.children().forEach(child -> held.or(child.accept(this)));
            return held;
        }

        @Override
        public BitSet not(Condition.Not negation) {
            BitSet held = everything();
            held.andNot(negation.condition().accept(this));
            return held;
        }

        @Override
        public BitSet comparison(Condition.Comparison comparison) {
            return groups.holding(comparison);
        }

        @Override
        public BitSet guardrail(Condition.Guardrail guardrail) {
            throw new IllegalArgumentException("A cell of a decision table uses no guardrail.");
        }

        private BitSet everything() {
            BitSet everything = new BitSet();
            everything.set(0, groups.size());
            return everything;
        }
    }
}
