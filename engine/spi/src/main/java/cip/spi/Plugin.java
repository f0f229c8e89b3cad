package cip.spi;

import java.util.List;

/**
 * What one plugin folder brings: a factory for each thing it can make. Found by {@link java.util.ServiceLoader}, so an
 * implementation is public with a public constructor without arguments. A kind it does not have stays an empty list.
 */
public interface Plugin {
    /** The plugin's name, equal to the name of its folder, e.g. {@code export-csv}. */
    String name();

    /** Sources that customers can be imported from. */
    default List<Factory<CustomerSource>> customerSources() {
        return List.of();
    }

    /** Formats in which an audience can be written. */
    default List<Factory<AudienceExporter>> audienceExporters() {
        return List.of();
    }

    /** Trainers that make PMML models. */
    default List<Factory<Trainer>> trainers() {
        return List.of();
    }
}
