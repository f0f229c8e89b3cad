package cip.core.score;

import cip.core.score.CompiledField.TextField;
import java.util.BitSet;
import java.util.Collection;
import java.util.Optional;

/** A text as the code of the category that it is. @param origin the one input that it comes from; empty = several */
record CodedText(TextField field, Optional<String> origin) implements CodedField {
    @Override
    public int codes() {
        return field.codes().size();
    }

    @Override
    public int missing() {
        return TextCodes.MISSING;
    }

    /** The codes of some texts. */
    BitSet of(Collection<String> texts) {
        BitSet codes = new BitSet();
        for (String text : texts) {
            int code = field.codes().code(text);
            if (code == TextCodes.OTHER) {
                throw new Uncompilable("a text that was not foreseen");
            }
            codes.set(code);
        }
        return codes;
    }

    @Override
    public int node(TreesWriter trees, BitSet codes, int yes, int no) {
        trees.comesFrom(field.slot(), origin);
        return trees.flagNode(field.slot(), codes, codes(), yes, no);
    }
}
