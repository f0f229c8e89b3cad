package cip.core.rule;

import java.util.Collection;
import java.util.List;

/** The literals that the indexes in a {@link DrlText} stand for. */
public record DrlParameters(List<Literal> literals) {
    public DrlParameters {
        literals = List.copyOf(literals);
    }

    /** A number; yes is 1 and no is 0. */
    public double number(int index) {
        return literals.get(index) instanceof Literal.OfYesNo yesNo
                ? yesNo.value() ? 1 : 0
                : ((Literal.OfNumber) literals.get(index)).value();
    }

    public String text(int index) {
        return ((Literal.OfText) literals.get(index)).value();
    }

    /** Numbers or texts. */
    public Collection<?> list(int index) {
        return literals.get(index) instanceof Literal.OfTexts texts
                ? texts.values()
                : ((Literal.OfNumbers) literals.get(index)).values();
    }
}
