package cip.plugins.trainer;

import cip.spi.FeatureColumn;
import java.util.SortedSet;
import java.util.TreeSet;

/** The texts of a column that a model can tell apart. */
final class Categories {
    private static final int MOST = 50;

    private Categories() {}

    /** Each once, sorted, without missing ones. @throws IllegalArgumentException when there are more than can be learned from */
    static SortedSet<String> of(FeatureColumn.TextColumn texts) {
        TreeSet<String> categories = new TreeSet<>();
        for (String value : texts.values()) {
            if (value != null) {
                categories.add(value);
            }
        }
        if (categories.size() > MOST) {
            throw new IllegalArgumentException("The feature " + texts.name() + " has " + categories.size()
                    + " categories, at most " + MOST + " can be learned from.\nMaybe it is an identifier.");
        }
        return categories;
    }
}
