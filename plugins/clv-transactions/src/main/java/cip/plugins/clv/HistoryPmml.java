package cip.plugins.clv;

import cip.spi.PmmlDocument;
import cip.spi.ScoreOutput;
import java.util.List;
import java.util.TreeSet;

/** Writes what the models of both scores have in common: inputs, what a history comes to under BG/NBD, verification records. */
final class HistoryPmml {
    private static final int EVENLY = 40;
    private static final int UNKNOWN = 10;
    private static final String MISSING_DAYS = "-1";

    private final PmmlDocument pmml;
    private final PurchaseSettings settings;
    private final ScoreOutput output;

    HistoryPmml(PmmlDocument pmml, PurchaseSettings settings, ScoreOutput output) {
        this.pmml = pmml;
        this.settings = settings;
        this.output = output;
    }

    /**
     * Fields of a customer's history.
     *
     * @param known whether a purchase is known
     * @param repeats purchases after the first
     * @param weeks since the first
     * @param alive probability of not having left
     */
    record History(Term known, Term repeats, Term weeks, Term alive) {}

    History history(BgNbd bg) {
        Term purchaseDays = Term.field(settings.purchaseDays());
        Term recency = Term.field(settings.recencyDays());
        Term tenure = Term.field(settings.tenureDays());
        Term known = Term.of("greaterOrEqual", purchaseDays.min(recency.plus(1).min(tenure.plus(1))), Term.number(1));
        Term repeats = define("repeats", purchaseDays.plus(-1).max(Term.number(0)));
        Term toLast = define(
                "weeks_to_last", tenure.minus(recency).max(Term.number(0)).over(Term.number(7)));
        Term weeks = define("weeks_known", tenure.max(Term.number(0)).over(Term.number(7)));
        Term odds = define(
                "odds_of_gone",
                Term.of(
                        "if",
                        Term.of("greaterThan", repeats, Term.number(0)),
                        Term.number(bg.a())
                                .over(repeats.plus(bg.b() - 1))
                                .times(Term.of(
                                        "pow",
                                        weeks.plus(bg.alpha()).over(toLast.plus(bg.alpha())),
                                        repeats.plus(bg.r()))),
                        Term.number(0)));
        Term alive = define("alive_probability", Term.number(1).over(odds.plus(1)));
        return new History(known, repeats, weeks, alive);
    }

    Term define(String name, Term term) {
        pmml.open("DerivedField", "name", name, "optype", "continuous", "dataType", "double");
        term.write(pmml);
        pmml.close();
        return Term.field(name);
    }

    void number(String name) {
        pmml.leaf("DataField", "name", name, "optype", "continuous", "dataType", "double");
    }

    void minedHistory() {
        mined(settings.purchaseDays(), "0");
        mined(settings.recencyDays(), MISSING_DAYS);
        mined(settings.tenureDays(), MISSING_DAYS);
    }

    void mined(String name, String whenMissing) {
        pmml.leaf(
                "MiningField",
                "name",
                name,
                "missingValueReplacement",
                whenMissing,
                "missingValueTreatment",
                "asValue");
    }

    void verification(List<String> inputs, CustomerHistories customers, double[] fitted) {
        TreeSet<Integer> rows = new TreeSet<>();
        int evenly = Math.min(EVENLY, fitted.length);
        for (int i = 0; i < evenly; i++) {
            rows.add((int) ((long) i * fitted.length / evenly));
        }
        int unknown = 0;
        for (int row = 0; row < fitted.length && unknown < UNKNOWN; row++) {
            if (!customers.isKnown(row) && rows.add(row)) {
                unknown++;
            }
        }
        pmml.open(
                "ModelVerification",
                "recordCount",
                Integer.toString(rows.size()),
                "fieldCount",
                Integer.toString(inputs.size() + 1));
        pmml.open("VerificationFields");
        inputs.forEach(input -> pmml.leaf("VerificationField", "field", input, "column", input));
        pmml.leaf(
                "VerificationField",
                "field",
                output.name(),
                "column",
                output.name(),
                "precision",
                Double.toString(PurchaseTrainer.TOLERANCE),
                "zeroThreshold",
                "1E-12");
        pmml.close();
        pmml.open("InlineTable");
        for (int row : rows) {
            pmml.open("row");
            for (int feature = 0; feature < inputs.size(); feature++) {
                double value = customers.feature(feature)[row];
                if (!Double.isNaN(value)) {
                    pmml.text(inputs.get(feature), Double.toString(value));
                }
            }
            pmml.text(output.name(), Double.toString(fitted[row]));
            pmml.close();
        }
        pmml.close().close();
    }
}
