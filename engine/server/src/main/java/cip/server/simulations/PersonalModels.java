package cip.server.simulations;

import cip.core.customer.CustomerSchema;
import cip.core.decide.ModelReference;
import cip.core.decide.Strategy;
import cip.core.decide.StrategyVocabulary;
import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.core.rule.Term;
import cip.core.rule.Vocabulary;
import cip.server.customers.PersonalData;
import cip.server.http.Caller;
import cip.server.strategies.ModelPins;

/**
 * Who may try other models. One could give away what it reads, up to a score that is the attribute itself: by one that reads what
 * identifies persons, whoever may not see that is neither given counts nor told who changes. Thread-safe.
 */
public final class PersonalModels {
    private final PersonalData personal;
    private final ModelPins pins;
    private final CustomerSchema schema;

    public PersonalModels(PersonalData personal, ModelPins pins, CustomerSchema schema) {
        this.personal = personal;
        this.pins = pins;
        this.schema = schema;
    }

    /**
     * @param now whose models decide already
     * @throws EngineException NOT_ALLOWED when another model reads what the caller may not see
     */
    public void requireCountable(Strategy tried, Strategy now, Caller caller) {
        if (personal.isSeenBy(caller)) {
            return;
        }
        Vocabulary words = StrategyVocabulary.of(tried, schema);
        for (ModelReference model : tried.models()) {
            boolean reads = !now.models().contains(model)
                    && pins.inputs(model.hash()).stream()
                            .flatMap(input -> words.term(input).stream())
                            .anyMatch(Term::personal);
            if (reads) {
                throw new EngineException(
                        ErrorCode.NOT_ALLOWED,
                        "Version " + model.version() + " of " + model.label()
                                + " reads what identifies persons, which your role may not see: customers are not counted"
                                + " by it.\nMaybe choose another version, or ask somebody who may.");
            }
        }
    }
}
