package cip.server.models;

/** Why a training was started. */
public enum TrainingReason {
    /** Somebody asked for it. */
    MANUAL,
    /** The newest version had become as old as config.yml allows. */
    SCHEDULE,
    /** An input or the score of the champion had drifted. */
    DRIFT
}
