package cip.core.simulate;

import cip.core.action.Action;
import cip.core.customer.Attribute;
import cip.core.customer.CustomerSchema;
import cip.core.decide.PageDecider;
import cip.spi.FeatureColumn;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureColumn.TextColumn;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Adds up how customers fare by the attributes that nobody can change, which is where a strategy may be unfair. Texts are
 * groups as they are, the {@value #LARGEST_GROUPS} largest by name; numbers become bands. Groups of fewer than {@value #FEWEST}
 * customers are counted together, so that no group tells about one person.
 */
final class GroupCounts {
    static final int LARGEST_GROUPS = 12;
    static final int FEWEST = 10;
    private static final int MOST_VALUES = 10_000;
    private static final String MISSING = "not known";
    private static final String OTHERS = "all others";

    private final List<Attribute> attributes;
    private final boolean[] contactsBefore;
    private final boolean[] contactsAfter;
    private final List<Map<Object, GroupSum>> sums = new ArrayList<>();

    GroupCounts(List<Attribute> attributes, PageDecider before, PageDecider after) {
        this.attributes = attributes;
        this.contactsBefore = contacts(before);
        this.contactsAfter = contacts(after);
        attributes.forEach(attribute -> sums.add(new HashMap<>()));
    }

    /** The attributes by which groups are compared: those that nobody can change and that say no name and no date. */
    static List<Attribute> attributes(CustomerSchema schema) {
        return schema.withRole(Attribute.Role.FACT).stream()
                .filter(attribute -> attribute.fixed() && attribute.type() != Attribute.Type.DATE)
                .toList();
    }

    private static boolean[] contacts(PageDecider decider) {
        String fallback = decider.strategy().actions().fallback();
        List<Action> actions = decider.actions();
        boolean[] contacts = new boolean[actions.size()];
        for (int i = 0; i < contacts.length; i++) {
            contacts[i] = !actions.get(i).id().equals(fallback);
        }
        return contacts;
    }

    /** @param changed rows of those who get another segment or first action */
    void add(ColumnSimulator.Pair page, BitSet changed) {
        for (int a = 0; a < attributes.size(); a++) {
            String name = attributes.get(a).name();
            if (page.terms().has(name)) {
                add(page, changed, page.terms().column(name), sums.get(a));
            }
        }
    }

    private void add(ColumnSimulator.Pair page, BitSet changed, FeatureColumn column, Map<Object, GroupSum> groups) {
        PageDecider.Outcomes before = page.before();
        PageDecider.Outcomes after = page.after();
        for (int row = 0; row < page.rows(); row++) {
            Object value = value(column, row);
            GroupSum sum = groups.get(value);
            if (sum == null) {
                sum = groups.computeIfAbsent(groups.size() < MOST_VALUES ? value : OTHERS, group -> new GroupSum());
            }
            sum.add(
                    changed.get(row),
                    contactsBefore[before.actions()[row]],
                    contactsAfter[after.actions()[row]],
                    before.expectedValues()[row],
                    after.expectedValues()[row]);
        }
    }

    private static Object value(FeatureColumn column, int row) {
        if (column instanceof NumberColumn numbers) {
            double number = numbers.values()[row];
            return Double.isNaN(number) ? MISSING : (Object) (number + 0.0);
        }
        String text = ((TextColumn) column).values()[row];
        return text == null ? MISSING : text;
    }

    /** Attribute by attribute: bands ascending, texts by size, then those who are counted together. */
    List<GroupEffect> effects() {
        List<GroupEffect> effects = new ArrayList<>();
        for (int a = 0; a < attributes.size(); a++) {
            Attribute attribute = attributes.get(a);
            List<Named> named = named(attribute, sums.get(a));
            GroupSum others = new GroupSum();
            for (Named group : named) {
                if (group.sum.customers < FEWEST) {
                    others.add(group.sum);
                } else {
                    effects.add(group.sum.effect(attribute.name(), group.name));
                }
            }
            if (others.customers >= FEWEST) {
                effects.add(others.effect(attribute.name(), OTHERS));
            }
        }
        return effects;
    }

    private record Named(String name, GroupSum sum) {}

    private static List<Named> named(Attribute attribute, Map<Object, GroupSum> sums) {
        List<Named> named = new ArrayList<>();
        if (attribute.type() == Attribute.Type.YES_NO || attribute.type() == Attribute.Type.TEXT) {
            sums.forEach((value, sum) -> named.add(new Named(words(value), sum)));
            named.sort(
                    Comparator.comparing((Named group) -> -group.sum.customers).thenComparing(Named::name));
        } else {
            Map<Double, GroupSum> numbers = new HashMap<>();
            sums.forEach((value, sum) -> {
                if (value instanceof Double number) {
                    numbers.put(number, sum);
                }
            });
            boolean whole = attribute.type() == Attribute.Type.WHOLE_NUMBER;
            Bands.of(numbers, whole).forEach((name, sum) -> named.add(new Named(name, sum)));
            addIfThere(named, MISSING, sums.get(MISSING));
            addIfThere(named, OTHERS, sums.get(OTHERS));
        }
        if (named.size() <= LARGEST_GROUPS) {
            return named;
        }
        GroupSum rest = new GroupSum();
        named.subList(LARGEST_GROUPS, named.size()).forEach(group -> rest.add(group.sum));
        List<Named> largest = new ArrayList<>(named.subList(0, LARGEST_GROUPS));
        largest.add(new Named(OTHERS, rest));
        return largest;
    }

    private static void addIfThere(List<Named> named, String name, @Nullable GroupSum sum) {
        if (sum != null) {
            named.add(new Named(name, sum));
        }
    }

    private static String words(Object value) {
        return value instanceof Double flag ? flag == 1 ? "yes" : "no" : value.toString();
    }
}
