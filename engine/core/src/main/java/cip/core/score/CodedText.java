package cip.core.score;

import cip.core.score.CompiledField.TextField;
import java.util.BitSet;
import java.util.Collection;

/** A text as the code of the category that it is. */
record CodedText(TextField field) implements CodedField {
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
        return trees.flagNode(field.slot(), codes, codes(), yes, no);
    }
}
