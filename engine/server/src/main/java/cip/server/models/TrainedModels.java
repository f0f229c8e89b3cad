package cip.server.models;

/** Hears of every model that a training made, after it was registered. What goes wrong there stays there. */
public interface TrainedModels {
    /** Told again when a training that was cut off begins again. */
    void trained(String jobId, ShippedModel model);
}
