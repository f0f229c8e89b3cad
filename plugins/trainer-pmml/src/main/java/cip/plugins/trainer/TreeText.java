package cip.plugins.trainer;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * XGBoost's text form of a tree: one line per node, {@code 0:[c2<30.5] yes=1,no=2,missing=2,...} or
 * {@code 1:leaf=0.25,...}. Its nine digits name every float exactly.
 */
final class TreeText {
    private static final Pattern NODE =
            Pattern.compile("(\\d+):(?:\\[c(\\d+)<([^\\]]+)\\] yes=(\\d+),no=(\\d+),missing=(\\d+)|leaf=([^,]+)).*");

    private TreeText() {}

    static Tree read(String text) {
        String[] lines = text.strip().split("\\s*\\n\\s*");
        int nodes = 1;
        for (String line : lines) {
            nodes = Math.max(nodes, Integer.parseInt(line.substring(0, line.indexOf(':'))) + 1);
        }
        Tree tree = new Tree(
                new int[nodes], new float[nodes], new int[nodes], new int[nodes], new boolean[nodes], new float[nodes]);
        for (String line : lines) {
            readNode(line, tree);
        }
        return tree;
    }

    private static void readNode(String line, Tree tree) {
        Matcher match = NODE.matcher(line);
        if (!match.matches()) {
            throw new IllegalStateException("XGBoost described a tree node as " + line + ", which is not understood.");
        }
        int node = Integer.parseInt(match.group(1));
        if (match.group(7) != null) {
            tree.column()[node] = -1;
            tree.leaf()[node] = Float.parseFloat(match.group(7));
            return;
        }
        tree.column()[node] = Integer.parseInt(match.group(2));
        tree.threshold()[node] = Float.parseFloat(match.group(3));
        tree.yes()[node] = Integer.parseInt(match.group(4));
        tree.no()[node] = Integer.parseInt(match.group(5));
        tree.missingYes()[node] = match.group(6).equals(match.group(4));
    }
}
