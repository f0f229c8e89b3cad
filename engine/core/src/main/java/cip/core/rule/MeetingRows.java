package cip.core.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a table can hold for the same customer. What rows ask of one term is compared once for each two different tests
 * of it, however many rows ask them; which rows meet is then counted out in bits. Belongs to one thread.
 */
final class MeetingRows {
    private final int rows;
    private final BitSet possible = new BitSet();
    private final List<Tests> terms = new ArrayList<>();
    private long compared;

    /** @param boxes for each row and term the groups of values for which the row holds; not changed any more */
    MeetingRows(List<BitSet[]> boxes, int terms) {
        this.rows = boxes.size();
        possible.set(0, rows);
        for (int row = 0; row < rows; row++) {
            if (Arrays.stream(boxes.get(row)).anyMatch(BitSet::isEmpty)) {
                possible.clear(row);
            }
        }
        for (int term = 0; term < terms; term++) {
            this.terms.add(new Tests(boxes, term));
        }
    }

    /** What the rows ask of one term. */
    private final class Tests {
        /** The different tests, and for each the rows that ask it. */
        private final List<BitSet> different = new ArrayList<>();

        private final List<BitSet> asking = new ArrayList<>();
        private final int[] ofRow = new int[rows];
        private final List<@Nullable BitSet> meeting = new ArrayList<>();

        Tests(List<BitSet[]> boxes, int term) {
            Map<BitSet, Integer> numbers = new HashMap<>();
            for (int row = 0; row < rows; row++) {
                BitSet test = boxes.get(row)[term];
                Integer known = numbers.get(test);
                int number = known == null ? different.size() : known;
                if (known == null) {
                    numbers.put(test, number);
                    different.add(test);
                    asking.add(new BitSet(rows));
                    meeting.add(null);
                }
                asking.get(number).set(row);
                ofRow[row] = number;
            }
        }

        BitSet meeting(int row) {
            int number = ofRow[row];
            BitSet known = meeting.get(number);
            if (known == null) {
                known = new BitSet(rows);
                for (int other = 0; other < different.size(); other++) {
                    if (meets(different.get(number), different.get(other))) {
                        known.or(asking.get(other));
                    }
                }
                compared += different.size();
                meeting.set(number, known);
            }
            return known;
        }

        private static boolean meets(BitSet one, BitSet other) {
            return one.nextSetBit(0) < other.length() && other.nextSetBit(0) < one.length() && one.intersects(other);
        }
    }

    /** The rows, itself among them, that can hold together with a row. */
    BitSet of(int row) {
        BitSet met = (BitSet) possible.clone();
        if (!possible.get(row)) {
            met.clear();
        }
        for (Tests tests : terms) {
            met.and(tests.meeting(row));
        }
        return met;
    }

    /** Numbers of the tests of a row, term by term: equal for rows that ask the same. */
    List<Integer> asked(int row) {
        return terms.stream().map(tests -> tests.ofRow[row]).toList();
    }

    /** Pairs of tests compared so far. */
    long compared() {
        return compared;
    }
}
