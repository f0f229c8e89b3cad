package cip.core.decide;

import java.util.Arrays;

/**
 * Which item of a sequence became which of another one, both in order, with as little changed as possible: Wagner and
 * Fischer, "The string-to-string correction problem", J. ACM 21 (1974), where replacing costs the more the more differs.
 */
final class Pairing {
    /** Of an item that is new, or of one that is gone; an item that differs in all is both. */
    private static final double NEW_OR_GONE = 0.5;

    private final int befores;
    private final int afters;
    private final Cost cost;
    private final long mostPairs;
    private int start;
    private int oldEnd;
    private int nowEnd;

    /** How much an item before differs from one after, 0 = not at all, 1 = in everything. */
    @FunctionalInterface
    interface Cost {
        double of(int before, int after);
    }

    /** @param mostPairs beyond which what differs is paired by position */
    Pairing(int befores, int afters, Cost cost, long mostPairs) {
        this.befores = befores;
        this.afters = afters;
        this.cost = cost;
        this.mostPairs = mostPairs;
    }

    /** For each item after the one it was before; -1 = it is new. */
    int[] earlier() {
        int[] earlier = new int[afters];
        Arrays.fill(earlier, -1);
        oldEnd = befores;
        nowEnd = afters;
        while (start < Math.min(oldEnd, nowEnd) && cost.of(start, start) == 0) {
            earlier[start] = start;
            start++;
        }
        while (start < Math.min(oldEnd, nowEnd) && cost.of(oldEnd - 1, nowEnd - 1) == 0) {
            earlier[--nowEnd] = --oldEnd;
        }
        long pairs = (long) (oldEnd - start) * (nowEnd - start);
        if (pairs > mostPairs) {
            for (int at = start; at < Math.min(oldEnd, nowEnd); at++) {
                earlier[at] = at;
            }
        } else if (pairs > 0) {
            align(earlier);
        }
        return earlier;
    }

    private void align(int[] earlier) {
        int rows = oldEnd - start;
        int columns = nowEnd - start;
        double[][] least = new double[rows + 1][columns + 1];
        for (int i = 0; i <= rows; i++) {
            for (int j = 0; j <= columns; j++) {
                if (i == 0 || j == 0) {
                    least[i][j] = (i + j) * NEW_OR_GONE;
                } else {
                    double apart = Math.min(least[i - 1][j], least[i][j - 1]) + NEW_OR_GONE;
                    least[i][j] = Math.min(apart, least[i - 1][j - 1] + replaced(i, j));
                }
            }
        }
        int i = rows;
        int j = columns;
        while (i > 0 && j > 0) {
            if (least[i][j] == least[i - 1][j - 1] + replaced(i, j)) {
                earlier[start + --j] = start + --i;
            } else if (least[i][j] == least[i - 1][j] + NEW_OR_GONE) {
                i--;
            } else {
                j--;
            }
        }
    }

    private double replaced(int i, int j) {
        double differs = cost.of(start + i - 1, start + j - 1);
        return differs == 1 ? 2 * NEW_OR_GONE + 1 : differs;
    }
}
