package cip.server.store;

import org.jdbi.v3.core.Handle;

/**
 * What one transaction does. Runs once, on whatever thread the {@link Database} chooses; an exception rolls it back.
 *
 * @param <T> what it finds or makes
 */
@FunctionalInterface
public interface Work<T> {
    T with(Handle handle);
}
