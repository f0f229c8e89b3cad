package cip.spi;

/** A feature that a model reads. */
public record FeatureInput(String name, Type type) {
    /** How the feature is held: a {@link FeatureColumn.NumberColumn} or a {@link FeatureColumn.TextColumn}. */
    public enum Type {
        NUMBER,
        TEXT
    }
}
