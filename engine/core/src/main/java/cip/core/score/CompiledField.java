package cip.core.score;

import org.dmg.pmml.DataType;

/** A field of a PMML document as a column of a program. */
sealed interface CompiledField {
    /**
     * @param slot of numbers; NaN = missing; yes is 1 and no is 0
     * @param type DOUBLE, FLOAT, INTEGER or BOOLEAN: every number in the slot is one of these
     */
    record NumberField(int slot, DataType type) implements CompiledField {}

    /** @param slot of codes */
    record TextField(int slot, TextCodes codes) implements CompiledField {}

    /** @throws Uncompilable when the field is a text */
    default NumberField number(String name) {
        if (this instanceof NumberField number) {
            return number;
        }
        throw new Uncompilable("the text " + name + " where a number is needed");
    }
}
