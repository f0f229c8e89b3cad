package cip.core.simulate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Numbers in a few bands of equal, round width, in words and ascending; the outer two are open. */
final class Bands {
    private static final int MOST = 7;
    private static final double TAIL = 0.01;
    private static final double[] ROUND = {1, 2, 5, 10};

    private final double width;
    private final long first;
    private final long last;
    private final boolean whole;

    private Bands(double width, double low, double high, boolean whole) {
        this.width = width;
        this.first = (long) Math.floor(low / width);
        this.last = (long) Math.floor(high / width);
        this.whole = whole;
    }

    /** @param sums by value; added up here */
    static Map<String, GroupSum> of(Map<Double, GroupSum> sums, boolean whole) {
        if (sums.isEmpty()) {
            return Map.of();
        }
        TreeMap<Double, GroupSum> sorted = new TreeMap<>(sums);
        double low = quantile(sorted, TAIL);
        double high = quantile(sorted, 1 - TAIL);
        Bands bands = new Bands(width(high - low, whole), low, high, whole);
        Map<String, GroupSum> named = new LinkedHashMap<>();
        sorted.forEach((value, sum) ->
                named.computeIfAbsent(bands.name(value), name -> new GroupSum()).add(sum));
        return named;
    }

    private static double quantile(TreeMap<Double, GroupSum> sorted, double share) {
        long all = sorted.values().stream().mapToLong(sum -> sum.customers).sum();
        long seen = 0;
        for (Map.Entry<Double, GroupSum> entry : sorted.entrySet()) {
            seen += entry.getValue().customers;
            if (seen >= share * all) {
                return entry.getKey();
            }
        }
        return sorted.lastKey();
    }

    private static double width(double range, boolean whole) {
        double least = Math.max(range / (MOST - 1), whole ? 1 : Double.MIN_NORMAL);
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (double factor : ROUND) {
            if (factor * power >= least) {
                return factor * power;
            }
        }
        return least;
    }

    private String name(double value) {
        long band = Math.min(last, Math.max(first, (long) Math.floor(value / width)));
        if (first == last) {
            return "all";
        }
        if (band == first) {
            return "under " + edge(band + 1);
        }
        if (band == last) {
            return edge(band) + " and over";
        }
        if (!whole) {
            return edge(band) + " to under " + edge(band + 1);
        }
        return width == 1 ? edge(band) : edge(band) + "–" + plain((band + 1) * width - 1);
    }

    private String edge(long band) {
        return plain(band * width);
    }

    private static String plain(double number) {
        BigDecimal rounded = new BigDecimal(number).round(new MathContext(10, RoundingMode.HALF_UP));
        return rounded.stripTrailingZeros().toPlainString();
    }
}
