package cip.spi;

/** Sums, means and correlations of rows of which each counts several times or not at all. */
final class Counted {
    private Counted() {}

    static double sum(double[] values, int[] counts) {
        double sum = 0;
        for (int i = 0; i < counts.length; i++) {
            sum += counts[i] * values[i];
        }
        return sum;
    }

    static double mean(double[] values, int[] counts) {
        long rows = 0;
        for (int count : counts) {
            rows += count;
        }
        return sum(values, counts) / rows;
    }

    /** Pearson's. */
    static double correlation(double[] x, double[] y, int[] counts) {
        double meanX = mean(x, counts);
        double meanY = mean(y, counts);
        double both = 0;
        double ofX = 0;
        double ofY = 0;
        for (int i = 0; i < counts.length; i++) {
            double dx = x[i] - meanX;
            double dy = y[i] - meanY;
            both += counts[i] * dx * dy;
            ofX += counts[i] * dx * dx;
            ofY += counts[i] * dy * dy;
        }
        return both / Math.sqrt(ofX * ofY);
    }

    /** From 1, ties at their mean rank. @param order the rows by rising value */
    static double[] ranks(double[] values, int[] order, int[] counts) {
        double[] ranks = new double[values.length];
        double before = 0;
        for (int from = 0; from < order.length; ) {
            double tied = 0;
            int to = from;
            for (; to < order.length && values[order[to]] == values[order[from]]; to++) {
                tied += counts[order[to]];
            }
            for (int i = from; i < to; i++) {
                ranks[order[i]] = before + (tied + 1) / 2;
            }
            before += tied;
            from = to;
        }
        return ranks;
    }
}
