package cip.core.simulate;

import java.util.List;

/**
 * Something in a strategy that its authors hardly mean.
 *
 * @param place as of a {@link cip.core.decide.StrategyProblem}
 * @param message in words, with the labels of the strategy
 * @param customers of the base that it touches
 * @param basis how it is known
 * @param others places it is about beside its own, e.g. the segment that takes everybody
 */
public record Finding(Kind kind, String place, String message, int customers, Basis basis, List<String> others) {
    public Finding {
        others = List.copyOf(others);
    }

    static Finding proven(Kind kind, String place, String message, int customers) {
        return new Finding(kind, place, message, customers, Basis.PROVEN, List.of());
    }

    static Finding ofBase(Kind kind, String place, String message, int customers) {
        return new Finding(kind, place, message, customers, Basis.BASE, List.of());
    }

    Finding with(String... others) {
        return new Finding(kind, place, message, customers, basis, List.of(others));
    }

    /** What is odd. */
    public enum Kind {
        /** Its conditions contradict each other. */
        CONTRADICTION,
        /** Whoever matches is taken by what stands above. */
        SHADOWED,
        /** The same is asked above. */
        DUPLICATE,
        /** Every customer matches, so that what stands below is never reached. */
        ALWAYS_TRUE,
        /** Nobody matches now. */
        NOBODY,
        /** Most of those who match are taken by what stands above. */
        OVERLAP,
        /** Customers whom no segment, or no row of a table, matches. */
        GAP,
        /** A condition that the others beside it make true. */
        REDUNDANT,
        /** No engagement rule asks for the segment. */
        UNUSED_SEGMENT,
        /** Nothing asks for what a table gives. */
        UNUSED_OUTPUT,
        /** It decides customers, and no example stands for them. */
        NO_EXAMPLE
    }

    /** How it is known. */
    public enum Basis {
        /** For all customers there can be, see {@link cip.core.rule.Satisfiability}. */
        PROVEN,
        /** For the customers there are now. */
        BASE
    }
}
