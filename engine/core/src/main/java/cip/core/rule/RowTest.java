package cip.core.rule;

/** A condition made ready to be asked about one row. Pure and safe to share between threads. */
@FunctionalInterface
interface RowTest {
    boolean holds(TermColumns columns, int row);
}
