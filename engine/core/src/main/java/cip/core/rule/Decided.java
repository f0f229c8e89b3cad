package cip.core.rule;

import java.util.BitSet;
import java.util.List;
import java.util.OptionalInt;

/** A condition over terms of which some are assigned to a group of values and some are not yet. */
sealed interface Decided {
    /** Of a term that is not assigned. */
    int NOT_YET = -1;

    /** What the assigned terms say about a condition. */
    enum Answer {
        YES,
        NO,
        /** It depends on terms that are not assigned. */
        OPEN;

        Answer opposite() {
            return switch (this) {
                case YES -> NO;
                case NO -> YES;
                case OPEN -> OPEN;
            };
        }
    }

    /** @param assigned for each term the number of its group, or {@link #NOT_YET} */
    Answer under(int[] assigned);

    /** A term that the condition still depends on; empty = the condition is decided. */
    OptionalInt open(int[] assigned);

    /**
     * A comparison, or a guardrail.
     *
     * @param holding the groups of the term for which it holds, of {@code groups} in all
     */
    record Test(int term, BitSet holding, int groups) implements Decided {
        @Override
        public Answer under(int[] assigned) {
            if (assigned[term] != NOT_YET) {
                return holding.get(assigned[term]) ? Answer.YES : Answer.NO;
            }
            int holds = holding.cardinality();
            return holds == 0 ? Answer.NO : holds == groups ? Answer.YES : Answer.OPEN;
        }

        @Override
        public OptionalInt open(int[] assigned) {
            return under(assigned) == Answer.OPEN ? OptionalInt.of(term) : OptionalInt.empty();
        }
    }

    record Not(Decided condition) implements Decided {
        @Override
        public Answer under(int[] assigned) {
            return condition.under(assigned).opposite();
        }

        @Override
        public OptionalInt open(int[] assigned) {
            return condition.open(assigned);
        }
    }

    /** @param decisive the answer of one child that decides the group: YES for any, NO for all */
    record Group(List<Decided> children, Answer decisive) implements Decided {
        @Override
        public Answer under(int[] assigned) {
            Answer answer = decisive.opposite();
            for (Decided child : children) {
                Answer its = child.under(assigned);
                if (its == decisive) {
                    return decisive;
                }
                if (its == Answer.OPEN) {
                    answer = Answer.OPEN;
                }
            }
            return answer;
        }

        @Override
        public OptionalInt open(int[] assigned) {
            if (under(assigned) != Answer.OPEN) {
                return OptionalInt.empty();
            }
            return children.stream()
                    .map(child -> child.open(assigned))
                    .filter(OptionalInt::isPresent)
                    .findFirst()
                    .orElse(OptionalInt.empty());
        }
    }
}
