package cip.core.score;

import java.util.BitSet;

/** A field as trees see it: one of finitely many codes, of which missing is one. */
interface CodedField {
    /** How many codes there are. */
    int codes();

    /** The code of a missing value. */
    int missing();

    /** Writes a node that asks whether the code is in a set. @return the place of the node */
    int node(TreesWriter trees, BitSet codes, int yes, int no);

    /** All codes but missing. */
    default BitSet present() {
        BitSet codes = new BitSet();
        codes.set(0, codes());
        codes.clear(missing());
        return codes;
    }

    default BitSet onlyMissing() {
        BitSet codes = new BitSet();
        codes.set(missing());
        return codes;
    }
}
