package cip.core.decide;

/** Which of two strategies that are live together decides for a customer. */
public enum Arm {
    /** The one for everybody whom the other one does not have. */
    CHAMPION,
    /** The one tried on a share of the customers. */
    CHALLENGER
}
