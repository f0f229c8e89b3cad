package cip.core.score;

/** Who works out the scores of a model. */
public enum ScoringEngine {
    /** A program made of the model when it was loaded, proven equal to the evaluator; rows it cannot say go to the evaluator. */
    COMPILED,
    /** The PMML evaluator, for every row. */
    EVALUATOR
}
