package cip.spi;

import java.util.Set;

/**
 * Makes one kind of thing, configured by the operator. Names are unique within a kind over all plugins.
 *
 * @param <T> the interface made
 */
public interface Factory<T> {
    /** The name used in API, console and files, e.g. {@code csv}. */
    String name();

    /** Every setting that {@link #create} understands; any other key in config.yml stops the start. */
    default Set<String> settingNames() {
        return Set.of();
    }

    /** @throws IllegalArgumentException when a setting is missing or malformed; the message names the setting */
    T create(Settings settings);
}
