package cip.core.rule;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Conditions as one flat list of questions about one row, each naming the question to go on with when it is answered yes and
 * when it is answered no; a place below 0 is the end. Most questions are whether a number lies in a range, which every
 * comparison with a number can be put as; the others are asked by their {@link RowTest}. Immutable; safe to share between
 * threads.
 */
final class RowProgram {
    private static final int HOLDS = -1;
    private static final int FAILS = -2;

    private final int[] starts;
    private final int[] positions;
    private final double[] lows;
    private final double[] highs;
    /** By question: where no leads, then where yes leads. */
    private final int[] next;

    private final @Nullable RowTest[] others;
    /** Terms of which numbers are asked for. */
    private final int[] numbers;

    private RowProgram(int[] starts, List<Question> questions) {
        int count = questions.size();
        this.starts = starts;
        this.positions = questions.stream().mapToInt(Question::position).toArray();
        this.lows = questions.stream().mapToDouble(Question::low).toArray();
        this.highs = questions.stream().mapToDouble(Question::high).toArray();
        this.next = new int[2 * count];
        this.others = questions.stream().map(Question::other).toArray(RowTest[]::new);
        for (int i = 0; i < count; i++) {
            next[2 * i] = questions.get(i).no();
            next[2 * i + 1] = questions.get(i).yes();
        }
        this.numbers = questions.stream()
                .filter(question -> question.other() == null)
                .mapToInt(Question::position)
                .distinct()
                .sorted()
                .toArray();
    }

    /** @param other asks; {@code null} = the question is whether the term's number lies from low to high */
    private record Question(int position, double low, double high, int yes, int no, @Nullable RowTest other) {}

    static RowProgram of(List<Condition> conditions, TermLayout layout) {
        List<Question> questions = new ArrayList<>();
        int[] starts = new int[conditions.size()];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = new Writer(layout, questions).write(conditions.get(i), HOLDS, FAILS);
        }
        return new RowProgram(starts, questions);
    }

    /** The conditions that hold for a row. */
    BitSet holding(TermColumns columns, int row) {
        double[] values = new double[columns.terms()];
        for (int position : numbers) {
            values[position] = columns.numbers(position)[row];
        }
        BitSet holding = new BitSet(starts.length);
        for (int condition = 0; condition < starts.length; condition++) {
            int place = starts[condition];
            while (place >= 0) {
                place = next[2 * place + (answer(place, values, columns, row) ? 1 : 0)];
            }
            if (place == HOLDS) {
                holding.set(condition);
            }
        }
        return holding;
    }

    /** A missing number, NaN, lies in no range. */
    private boolean answer(int place, double[] values, TermColumns columns, int row) {
        RowTest other = others[place];
        if (other != null) {
            return other.holds(columns, row);
        }
        double value = values[positions[place]];
        return lows[place] <= value && value <= highs[place];
    }

    /** Writes conditions from their ends, so that every question knows where it leads. */
    private record Writer(TermLayout layout, List<Question> questions) {
        /** @return the place where the condition begins */
        int write(Condition condition, int yes, int no) {
            if (condition instanceof Condition.Not not) {
                return write(not.condition(), no, yes);
            }
            if (condition instanceof Condition.All all) {
                int begin = yes;
                for (int i = all.children().size() - 1; i >= 0; i--) {
                    begin = write(all.children().get(i), begin, no);
                }
                return begin;
            }
            if (condition instanceof Condition.Any any) {
                int begin = no;
                for (int i = any.children().size() - 1; i >= 0; i--) {
                    begin = write(any.children().get(i), yes, begin);
                }
                return begin;
            }
            questions.add(question(condition, yes, no));
            return questions.size() - 1;
        }

        private Question question(Condition condition, int yes, int no) {
            if (condition instanceof Condition.Comparison comparison) {
                NumberRange range = NumberRange.of(comparison);
                if (range != null) {
                    return new Question(layout.term(comparison.term()), range.low(), range.high(), yes, no, null);
                }
            }
            return new Question(0, 0, 0, yes, no, RowTests.of(condition, layout));
        }
    }
}
