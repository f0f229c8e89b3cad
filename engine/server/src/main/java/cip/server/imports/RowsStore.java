package cip.server.imports;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * Where the rows of one table go.
 *
 * @param <T> the typed row
 */
sealed interface RowsStore<T> permits CustomerRowsStore, TransactionRowsStore, ContactRowsStore {
    /** Inserts and updates in the caller's transaction; doing it again changes nothing. */
    SavedBatch save(Handle handle, List<T> batch, Instant at);

    /** What {@link #save} would come to. */
    SavedBatch compare(Handle handle, List<T> batch);
}
