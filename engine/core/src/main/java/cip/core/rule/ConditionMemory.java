package cip.core.rule;

import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Rows of conditions over one matrix that does not change, each decided once while memory lasts. When it is full, what the
 * latest two calls did not ask for makes room; what they did stays, so that a list longer than the memory does not push itself
 * out. Thread-safe; nobody may change the rows it gives.
 */
public final class ConditionMemory {
    private final long capacity;
    private final Map<Condition, Kept> kept = new HashMap<>();
    private long bytes;
    private long call;

    private static final class Kept {
        private final BitSet rows;
        private long lastCall;

        Kept(BitSet rows, long call) {
            this.rows = rows;
            this.lastCall = call;
        }
    }

    /** @param capacity bytes of rows that are kept */
    public ConditionMemory(long capacity) {
        this.capacity = capacity;
    }

    /**
     * The rows of each condition.
     *
     * @param decide gives the rows of conditions, in their order; when it fails, nothing is kept
     */
    public Map<Condition, BitSet> matching(List<Condition> conditions, Function<List<Condition>, List<BitSet>> decide) {
        Map<Condition, BitSet> found = new HashMap<>();
        Set<Condition> missing = new LinkedHashSet<>();
        long now;
        synchronized (this) {
            now = ++call;
            for (Condition condition : conditions) {
                Kept known = kept.get(condition);
                if (known == null) {
                    missing.add(condition);
                } else {
                    known.lastCall = now;
                    found.put(condition, known.rows);
                }
            }
        }
        if (!missing.isEmpty()) {
            List<Condition> asked = List.copyOf(missing);
            List<BitSet> decided = decide.apply(asked);
            for (int i = 0; i < asked.size(); i++) {
                found.put(asked.get(i), decided.get(i));
                keep(asked.get(i), decided.get(i), now);
            }
        }
        return found;
    }

    private synchronized void keep(Condition condition, BitSet rows, long now) {
        long size = size(rows);
        if (bytes + size > capacity) {
            kept.values().removeIf(old -> {
                boolean goes = old.lastCall < call - 1;
                bytes -= goes ? size(old.rows) : 0;
                return goes;
            });
        }
        if (bytes + size <= capacity && kept.putIfAbsent(condition, new Kept(rows, now)) == null) {
            bytes += size;
        }
    }

    private static long size(BitSet rows) {
        return rows.size() / Byte.SIZE + 200L;
    }
}
