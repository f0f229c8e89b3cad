package cip.spi;

/** How often an alarm at a threshold was right. */
record Confusion(double hits, double falseAlarms, double misses) {
    static Confusion at(double threshold, double[] scores, double[] actual, int[] counts) {
        double hits = 0;
        double falseAlarms = 0;
        double misses = 0;
        for (int i = 0; i < counts.length; i++) {
            boolean alarm = scores[i] >= threshold;
            if (actual[i] == 1) {
                hits += alarm ? counts[i] : 0;
                misses += alarm ? 0 : counts[i];
            } else if (alarm) {
                falseAlarms += counts[i];
            }
        }
        return new Confusion(hits, falseAlarms, misses);
    }

    double precision() {
        return hits + falseAlarms == 0 ? 0 : hits / (hits + falseAlarms);
    }

    double recall() {
        return hits / (hits + misses);
    }

    double f1() {
        return 2 * hits / (2 * hits + falseAlarms + misses);
    }
}
