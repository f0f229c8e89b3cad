package cip.server.audiences;

import cip.spi.FeatureColumn.TextColumn;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/** Rows of the base that have one segment or one action. */
final class AudienceRows {
    /** The term that holds a customer's segment. */
    static final String SEGMENT = "segment";

    private AudienceRows() {}

    static BitSet inSegment(AudienceBase base, String segment) {
        @Nullable String[] segments = ((TextColumn) base.terms().column(SEGMENT)).values();
        BitSet rows = new BitSet(segments.length);
        for (int row = 0; row < segments.length; row++) {
            if (segment.equals(segments[row])) {
                rows.set(row);
            }
        }
        return rows;
    }

    static BitSet withTopAction(AudienceBase base, String action) {
        BitSet rows = new BitSet(base.size());
        for (int row = 0; row < base.size(); row++) {
            if (action.equals(base.topAction(row))) {
                rows.set(row);
            }
        }
        return rows;
    }
}
