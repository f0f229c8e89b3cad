package cip.server.imports;

/**
 * What became of the rows of an import.
 *
 * @param read all rows that hold something
 * @param accepted created + updated + unchanged, once they were compared with what is stored
 * @param rejected rows with at least one error
 */
public record RowCounts(long read, long accepted, long created, long updated, long unchanged, long rejected) {
    public static RowCounts none() {
        return new RowCounts(0, 0, 0, 0, 0, 0);
    }
}
