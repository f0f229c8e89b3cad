package cip.server.http;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Some of a list's items.
 *
 * @param nextCursor asks for the items after these; {@code null} = these are the last
 * @param total of the whole list; {@code null} = not counted
 */
public record Page<T>(List<T> items, @Nullable String nextCursor, @Nullable Long total) {
    /** The most items a page may have. */
    public static final int LARGEST = 200;

    public Page {
        items = List.copyOf(items);
    }

    /**
     * Cuts a page out of one item more than the page holds.
     *
     * @param found at most {@code limit + 1} items in order
     * @param cursor what to ask with for the items after a given one
     */
    public static <T> Page<T> of(List<T> found, int limit, Function<T, String> cursor, @Nullable Long total) {
        if (found.size() <= limit) {
            return new Page<>(found, null, total);
        }
        List<T> items = found.subList(0, limit);
        return new Page<>(items, cursor.apply(items.get(limit - 1)), total);
    }
}
