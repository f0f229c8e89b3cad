package cip.bench;

import java.util.List;

/** Measures one row of the goal table. */
interface Measurement {
    /** The row, e.g. {@code P1}. */
    String row();

    List<Figure> measure() throws Exception;
}
