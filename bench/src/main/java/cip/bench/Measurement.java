package cip.bench;

import java.util.List;

/** Measures rows of the goal table that come from the same work. */
interface Measurement {
    /** The rows, e.g. {@code P1}. */
    List<String> rows();

    List<Figure> measure() throws Exception;
}
