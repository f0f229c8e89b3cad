package cip.server.workbooks;

/** How a decision table stands in a sheet: what the first column says of each row before the rules. */
final class TableSheet {
    static final String TABLE = "Decision table";
    static final String POLICY = "Which row counts";
    static final String KIND = "Column";
    static final String LABEL = "Label";
    static final String TERM = "Term";
    static final String VALUES = "Values, highest first";
    static final String OTHERWISE = "If no row holds";
    static final String INPUT = "when";
    static final String OUTPUT = "then";
    /** The first column says what a row is; tests and values follow. */
    static final int FIRST_COLUMN = 1;

    private TableSheet() {}
}
