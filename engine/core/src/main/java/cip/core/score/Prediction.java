package cip.core.score;

import cip.core.score.CompiledField.NumberField;
import java.util.List;

/** What a compiled model says about a row. */
sealed interface Prediction {
    record OfNumber(NumberField number) implements Prediction {}

    /** The steps for a class are written when it is asked for. */
    non-sealed interface OfClasses extends Prediction {
        /** @param category as the document writes it @throws Uncompilable when there is no such class */
        NumberField probability(String category);
    }

    /** @param position of the cluster in the file, from 0 @param ids in the order of the file */
    record OfClusters(NumberField position, List<String> ids) implements Prediction {}

    default NumberField asNumber() {
        if (this instanceof OfNumber prediction) {
            return prediction.number();
        }
        throw new Uncompilable("a prediction that is no number");
    }
}
