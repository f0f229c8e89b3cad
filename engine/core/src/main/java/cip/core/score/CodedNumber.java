package cip.core.score;

import cip.core.score.CompiledField.NumberField;
import cip.core.score.kernel.Ranks;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.TreeSet;
import org.dmg.pmml.SimplePredicate;
import org.jspecify.annotations.Nullable;

/**
 * A number as its rank among all cuts that a set of trees makes: code {@code k} means that it is at least {@code k} of the
 * cuts, the last code means missing. "At most t" is "below the next number after t".
 */
final class CodedNumber implements CodedField {
    private final NumberField field;
    private final Optional<String> origin;
    private final TreeSet<Double> found = new TreeSet<>();
    private double[] cuts = {};
    private int missingLow = -1;
    private int missingHigh = -1;

    /** @param origin the one input that it comes from; empty = several */
    CodedNumber(NumberField field, Optional<String> origin) {
        this.field = field;
        this.origin = origin;
    }

    /** Takes the cuts of a comparison; to be called for all of them before the first code is asked for. */
    void cutBy(SimplePredicate.Operator operator, double threshold) {
        switch (operator) {
            case LESS_THAN, GREATER_OR_EQUAL -> found.add(threshold);
            case LESS_OR_EQUAL, GREATER_THAN -> found.add(Math.nextUp(threshold));
            default -> {
                found.add(threshold);
                found.add(Math.nextUp(threshold));
            }
        }
    }

    double threshold(@Nullable Object value) {
        if (value == null) {
            throw new Uncompilable("a comparison with nothing");
        }
        return CompiledNumbers.threshold(field.type(), value);
    }

    /** Writes the step that finds the ranks, when any node looked at them. */
    void finish(ProgramWriter program) {
        if (missingLow >= 0 || missingHigh >= 0) {
            program.add(new Ranks(field.slot(), missingLow, missingHigh, cuts()));
        }
    }

    private double[] cuts() {
        if (cuts.length != found.size()) {
            cuts = found.stream().mapToDouble(cut -> cut).toArray();
        }
        return cuts;
    }

    @Override
    public int codes() {
        return found.size() + 2;
    }

    @Override
    public int missing() {
        return found.size() + 1;
    }

    /** The codes of the numbers for which the comparison holds. */
    BitSet where(SimplePredicate.Operator operator, double threshold) {
        int below = rank(threshold);
        int upTo = rank(Math.nextUp(threshold));
        BitSet codes = new BitSet();
        switch (operator) {
            case LESS_THAN -> codes.set(0, below);
            case LESS_OR_EQUAL -> codes.set(0, upTo);
            case GREATER_OR_EQUAL -> codes.set(below, missing());
            case GREATER_THAN -> codes.set(upTo, missing());
            case EQUAL -> codes.set(below, upTo);
            case NOT_EQUAL -> {
                codes.set(0, missing());
                codes.clear(below, upTo);
            }
            default -> throw new Uncompilable("the comparison " + operator.value());
        }
        return codes;
    }

    /** The code of a cut: how many cuts are at most it. */
    private int rank(double cut) {
        return Arrays.binarySearch(cuts(), cut) + 1;
    }

    @Override
    public int node(TreesWriter trees, BitSet codes, int yes, int no) {
        BitSet present = (BitSet) codes.clone();
        present.clear(missing());
        boolean missing = codes.get(missing());
        int end = present.nextClearBit(0);
        if (present.cardinality() == end) {
            return trees.node(missing ? missingLow(trees) : missingHigh(trees), end, yes, no);
        }
        int start = present.nextSetBit(0);
        if (present.nextClearBit(start) == missing()) {
            return trees.node(missing ? missingHigh(trees) : missingLow(trees), start, no, yes);
        }
        return trees.flagNode(missingHigh(trees), codes, codes(), yes, no);
    }

    private int missingLow(TreesWriter trees) {
        missingLow = missingLow < 0 ? trees.newCodes() : missingLow;
        trees.comesFrom(missingLow, origin);
        return missingLow;
    }

    private int missingHigh(TreesWriter trees) {
        missingHigh = missingHigh < 0 ? trees.newCodes() : missingHigh;
        trees.comesFrom(missingHigh, origin);
        return missingHigh;
    }
}
