package cip.core.decide;

import cip.core.customer.Attribute;
import cip.core.customer.CustomerSchema;
import cip.core.feature.FeatureDefinition;
import cip.core.rule.DecisionTable;
import cip.core.rule.TableTerms;
import cip.core.rule.Term;
import cip.core.rule.Vocabulary;
import cip.spi.ScoreOutput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The terms of a strategy: attributes, features, scores, what its tables make of them, and the segment they lead to. */
public final class StrategyVocabulary {
    /** The term that holds a customer's segment. */
    public static final String SEGMENT = "segment";

    private StrategyVocabulary() {}

    /** What is known without the strategy's own rules: attributes, features and scores. */
    public static Vocabulary beforeTables(Strategy strategy, CustomerSchema schema) {
        List<Term> terms = new ArrayList<>();
        for (Attribute attribute : schema.attributes()) {
            if (attribute.role() == Attribute.Role.FACT || attribute.role() == Attribute.Role.CONSENT) {
                terms.add(term(attribute));
            }
        }
        for (FeatureDefinition feature : strategy.features().definitions()) {
            Term term = term(feature, strategy.features().values(feature.name(), schema));
            terms.add(isPersonal(feature, strategy, schema) ? term.asPersonal() : term);
        }
        for (ModelReference model : strategy.models()) {
            terms.add(term(model));
        }
        return new Vocabulary(terms);
    }

    /** What segment rules may speak of: the same and the outputs of tables, those left out that read the segment. */
    static Vocabulary beforeSegments(Strategy strategy, CustomerSchema schema) {
        return withOutputs(TableOrder.of(strategy.tables()).beforeSegments(), beforeTables(strategy, schema));
    }

    /** Outputs whose name is taken are left out. */
    private static Vocabulary withOutputs(List<TableOrder.Wave> waves, Vocabulary known) {
        Vocabulary words = known;
        for (TableOrder.Wave wave : waves) {
            Map<String, Term> outputs = new LinkedHashMap<>();
            for (DecisionTable table : wave.tables()) {
                for (Term term : TableTerms.of(table, words)) {
                    if (!term.name().equals(SEGMENT) && words.term(term.name()).isEmpty()) {
                        outputs.putIfAbsent(term.name(), term);
                    }
                }
            }
            words = words.with(List.copyOf(outputs.values()));
        }
        return words;
    }

    /** What engagement rules, audiences and tables may speak of: the same terms, the segment, and what tables make of it. */
    public static Vocabulary of(Strategy strategy, CustomerSchema schema) {
        Term segment = new Term(
                SEGMENT,
                "Segment",
                Term.Type.TEXT,
                "",
                null,
                null,
                strategy.segments().ids(),
                strategy.segments().labels(),
                "The first segment whose condition the customer meets.",
                Term.Origin.SEGMENT,
                false);
        return withOutputs(
                TableOrder.of(strategy.tables()).afterSegments(),
                beforeSegments(strategy, schema).with(List.of(segment)));
    }

    /** Whoever knows the age in months knows the age: a feature is as personal as what it is computed from. */
    private static boolean isPersonal(FeatureDefinition feature, Strategy strategy, CustomerSchema schema) {
        return strategy.features().lineage(feature.name()).stream()
                .flatMap(name -> schema.attribute(name).stream())
                .anyMatch(Attribute::identifiesPerson);
    }

    private static Term term(Attribute attribute) {
        Term.Type type =
                switch (attribute.type()) {
                    case TEXT, DATE -> Term.Type.TEXT;
                    case NUMBER, WHOLE_NUMBER -> Term.Type.NUMBER;
                    case YES_NO -> Term.Type.YES_NO;
                };
        Term term = new Term(
                attribute.name(),
                attribute.label(),
                type,
                attribute.unit(),
                attribute.minimum(),
                attribute.maximum(),
                attribute.values(),
                "",
                Term.Origin.ATTRIBUTE);
        return attribute.identifiesPerson() ? term.asPersonal() : term;
    }

    private static Term term(FeatureDefinition feature, List<String> values) {
        return new Term(
                feature.name(),
                feature.label(),
                Term.Type.valueOf(feature.type().name()),
                feature.unit(),
                null,
                null,
                values,
                feature.description(),
                Term.Origin.FEATURE);
    }

    private static Term term(ModelReference model) {
        boolean probability = model.output().kind() == ScoreOutput.Kind.PROBABILITY;
        @Nullable Double minimum = probability ? 0.0 : null;
        @Nullable Double maximum = probability ? 1.0 : null;
        return new Term(
                model.score(),
                model.label(),
                Term.Type.NUMBER,
                probability ? "probability" : model.output().unit(),
                minimum,
                maximum,
                List.of(),
                "Score of the model " + model.score() + ", version " + model.version() + ".",
                Term.Origin.SCORE);
    }
}
