package cip.plugins.clv;

import cip.spi.PmmlDocument;
import java.util.List;

/** An expression as PMML writes it: a number, a field, or a function of others. */
interface Term {
    void write(PmmlDocument pmml);

    static Term number(double value) {
        return pmml -> pmml.text("Constant", Double.toString(value), "dataType", "double");
    }

    static Term field(String name) {
        return pmml -> pmml.leaf("FieldRef", "field", name);
    }

    /** A function that PMML has. */
    static Term of(String function, Term... arguments) {
        List<Term> all = List.of(arguments);
        return pmml -> {
            pmml.open("Apply", "function", function);
            all.forEach(argument -> argument.write(pmml));
            pmml.close();
        };
    }

    default Term plus(double number) {
        return plus(number(number));
    }

    default Term plus(Term other) {
        return of("+", this, other);
    }

    default Term minus(Term other) {
        return of("-", this, other);
    }

    default Term times(Term other) {
        return of("*", this, other);
    }

    default Term over(Term other) {
        return of("/", this, other);
    }

    default Term min(Term other) {
        return of("min", this, other);
    }

    default Term max(Term other) {
        return of("max", this, other);
    }
}
