package cip.bench;

/**
 * One line of the goal table.
 *
 * @param row of the table of goals, e.g. {@code P1}
 * @param work what was done, per unit where the figures say so
 * @param peer the other system and its figure; empty = there is none in this run
 * @param ours our figure
 * @param ratio ours against the peer; empty = there is no peer
 * @param goal what it should be
 * @param verdict met, missed or, where the goal cannot be judged here, why not
 */
record Figure(String row, String work, String peer, String ours, String ratio, String goal, String verdict) {
    static String verdict(boolean met) {
        return met ? "met" : "MISSED";
    }

    String markdown() {
        return "| " + String.join(" | ", row, work, peer, ours, ratio, goal, verdict) + " |";
    }

    static String heading() {
        return "| # | work | peer | ours | ratio | goal | verdict |\n|---|---|---|---|---|---|---|";
    }
}
