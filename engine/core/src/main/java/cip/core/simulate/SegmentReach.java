package cip.core.simulate;

import cip.core.decide.CustomerBase;
import cip.core.decide.Segment;
import cip.core.decide.SegmentRules;
import cip.core.rule.Condition;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Whom segments take: the first that matches takes the customer. What stayed the same since it was last counted is not
 * counted again. Thread-safe.
 */
final class SegmentReach {
    private static final int REMEMBERED = 4;
    private static final int FEW = 8;

    private final CustomerBase base;
    private final String valueScore;
    private final long capacity;
    private final Deque<Found> last = new ArrayDeque<>();

    SegmentReach(CustomerBase base, String valueScore, long capacity) {
        this.base = base;
        this.valueScore = valueScore;
        this.capacity = capacity;
    }

    /**
     * @param members rows that each segment takes, by its id, in the strategy's order; the same instance as before for the same rows
     * @param matching rows that meet each segment's condition
     * @param positions of the segments in the strategy's order
     */
    record Found(
            Map<String, BitSet> members,
            Map<String, BitSet> matching,
            Map<String, Integer> positions,
            List<Reach.OfSegment> counts) {
        @Nullable
        BitSet same(String id, BitSet rows) {
            BitSet known = members.get(id);
            return rows.equals(known) ? known : null;
        }

        Reach.@Nullable OfSegment count(String id) {
            Integer position = positions.get(id);
            return position == null ? null : counts.get(position);
        }
    }

    Found of(SegmentRules rules, Map<Condition, BitSet> decided, Interest interest) {
        List<Found> before = remembered();
        Map<String, BitSet> matching = new LinkedHashMap<>();
        for (Segment segment : rules.segments()) {
            matching.put(segment.id(), Objects.requireNonNull(decided.get(segment.when())));
        }
        Map<String, BitSet> members = members(rules, matching, before);
        List<String> ids = List.copyOf(matching.keySet());
        short[] owners = owners(members);
        List<Reach.OfSegment> counts = IntStream.range(0, ids.size())
                .parallel()
                .mapToObj(s -> {
                    interest.require();
                    return count(ids, s, matching, members, before, owners);
                })
                .toList();
        Map<String, Integer> positions = new HashMap<>();
        ids.forEach(id -> positions.put(id, positions.size()));
        Found found = new Found(members, matching, positions, counts);
        remember(found);
        return found;
    }

    private Map<String, BitSet> members(SegmentRules rules, Map<String, BitSet> matching, List<Found> before) {
        Map<String, BitSet> members = new LinkedHashMap<>();
        BitSet left = new BitSet(base.size());
        left.set(0, base.size());
        matching.forEach((id, rows) -> {
            BitSet mine = (BitSet) rows.clone();
            mine.and(left);
            left.andNot(mine);
            members.put(id, mine);
        });
        Objects.requireNonNull(members.get(rules.otherwise())).or(left);
        members.replaceAll((id, rows) -> before.stream()
                .map(found -> found.same(id, rows))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(rows));
        return members;
    }

    @SuppressWarnings("ReferenceEquality") // the same instance is kept for the same rows
    private Reach.OfSegment count(
            List<String> ids,
            int s,
            Map<String, BitSet> matching,
            Map<String, BitSet> members,
            List<Found> before,
            short[] owners) {
        String id = ids.get(s);
        BitSet matched = Objects.requireNonNull(matching.get(id));
        BitSet mine = Objects.requireNonNull(members.get(id));
        Found known = before.stream()
                .filter(found -> found.matching().get(id) == matched)
                .findFirst()
                .orElse(null);
        Reach.OfSegment counted = known == null ? null : known.count(id);
        Map<String, Integer> takenBy = takenBy(ids.subList(0, s), matched, mine, members, known, counted, owners);
        int matches = counted == null ? matched.cardinality() : counted.matching();
        if (known != null && counted != null && known.members().get(id) == mine) {
            return new Reach.OfSegment(id, matches, counted.reached(), takenBy, counted.value());
        }
        return new Reach.OfSegment(id, matches, mine.cardinality(), takenBy, RuleRows.value(mine, base, valueScore));
    }

    /** Who matches and went to a segment above; counted anew for the few of those above whose rows are others. */
    @SuppressWarnings("ReferenceEquality")
    private static Map<String, Integer> takenBy(
            List<String> above,
            BitSet matched,
            BitSet mine,
            Map<String, BitSet> members,
            @Nullable Found known,
            Reach.@Nullable OfSegment counted,
            short[] owners) {
        Map<String, Integer> takenBy = new LinkedHashMap<>();
        if (known != null && counted != null) {
            long others = above.stream()
                    .filter(id -> !isSame(id, members, known, counted))
                    .count();
            if (others <= FEW) {
                for (String id : above) {
                    int taken = isSame(id, members, known, counted)
                            ? counted.takenBy().getOrDefault(id, 0)
                            : and(matched, Objects.requireNonNull(members.get(id)))
                                    .cardinality();
                    if (taken > 0) {
                        takenBy.put(id, taken);
                    }
                }
                return takenBy;
            }
        }
        int[] taken = new int[above.size()];
        BitSet gone = (BitSet) matched.clone();
        gone.andNot(mine);
        for (int row = gone.nextSetBit(0); row >= 0; row = gone.nextSetBit(row + 1)) {
            taken[owners[row]]++;
        }
        for (int i = 0; i < taken.length; i++) {
            if (taken[i] > 0) {
                takenBy.put(above.get(i), taken[i]);
            }
        }
        return takenBy;
    }

    /** Whether a segment has the rows it had when it was counted, and stood above then too. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean isSame(String id, Map<String, BitSet> members, Found known, Reach.OfSegment counted) {
        Integer position = known.positions().get(id);
        return position != null
                && position < known.positions().getOrDefault(counted.id(), 0)
                && known.members().get(id) == members.get(id);
    }

    private static BitSet and(BitSet first, BitSet second) {
        BitSet both = (BitSet) first.clone();
        both.and(second);
        return both;
    }

    /** The number of the segment that takes each row. */
    private short[] owners(Map<String, BitSet> members) {
        short[] owners = new short[base.size()];
        short number = 0;
        for (BitSet rows : members.values()) {
            for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
                owners[row] = number;
            }
            number++;
        }
        return owners;
    }

    private synchronized List<Found> remembered() {
        return List.copyOf(last);
    }

    private synchronized void remember(Found found) {
        last.addFirst(found);
        long each = found.members().size() * (base.size() / 8L + 200L);
        while (last.size() > REMEMBERED || (last.size() > 1 && last.size() * each > capacity)) {
            last.removeLast();
        }
    }
}
