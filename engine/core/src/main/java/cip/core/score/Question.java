package cip.core.score;

import java.util.BitSet;
import java.util.List;

/**
 * A predicate of a PMML document, which is true, false or unknown for a row. What the codes of one field decide is held as
 * sets of codes.
 */
sealed interface Question {
    /** Writes nodes that lead to one of three places. @return the place where they begin */
    int write(TreesWriter trees, int yes, int no, int unknown);

    record Always(boolean holds) implements Question {
        @Override
        public int write(TreesWriter trees, int yes, int no, int unknown) {
            return holds ? yes : no;
        }
    }

    /** @param yes codes for which it is true @param unknown codes for which it is unknown; false for the others */
    record OfField(CodedField field, BitSet yes, BitSet unknown) implements Question {
        @Override
        public int write(TreesWriter trees, int yesPlace, int noPlace, int unknownPlace) {
            int rest = noPlace;
            if (!unknown.isEmpty() && unknownPlace != noPlace) {
                rest = field.node(trees, unknown, unknownPlace, noPlace);
            }
            return yes.isEmpty() || yesPlace == rest ? rest : field.node(trees, yes, yesPlace, rest);
        }
    }

    /** True when all are; false when one is false; else unknown. */
    record All(List<Question> parts) implements Question {
        @Override
        public int write(TreesWriter trees, int yes, int no, int unknown) {
            int whenSoFarTrue = yes;
            int whenSoFarUnknown = unknown;
            for (int i = parts.size() - 1; i >= 0; i--) {
                int nextTrue = parts.get(i).write(trees, whenSoFarTrue, no, whenSoFarUnknown);
                whenSoFarUnknown = parts.get(i).write(trees, whenSoFarUnknown, no, whenSoFarUnknown);
                whenSoFarTrue = nextTrue;
            }
            return whenSoFarTrue;
        }
    }

    /** False when all are; true when one is true; else unknown. */
    record Any(List<Question> parts) implements Question {
        @Override
        public int write(TreesWriter trees, int yes, int no, int unknown) {
            int whenSoFarFalse = no;
            int whenSoFarUnknown = unknown;
            for (int i = parts.size() - 1; i >= 0; i--) {
                int nextFalse = parts.get(i).write(trees, yes, whenSoFarFalse, whenSoFarUnknown);
                whenSoFarUnknown = parts.get(i).write(trees, yes, whenSoFarUnknown, whenSoFarUnknown);
                whenSoFarFalse = nextFalse;
            }
            return whenSoFarFalse;
        }
    }

    /** The first that is not unknown decides. */
    record FirstKnown(List<Question> parts) implements Question {
        @Override
        public int write(TreesWriter trees, int yes, int no, int unknown) {
            int rest = unknown;
            for (int i = parts.size() - 1; i >= 0; i--) {
                rest = parts.get(i).write(trees, yes, no, rest);
            }
            return rest;
        }
    }
}
