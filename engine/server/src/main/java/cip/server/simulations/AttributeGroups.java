package cip.server.simulations;

import cip.core.customer.Attribute;
import cip.core.customer.CustomerSchema;
import cip.core.simulate.GroupEffect;
import cip.core.simulate.Rate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * How groups of customers fare in a simulation by one attribute that nobody can change.
 *
 * @param attribute its name
 * @param label as shown
 */
public record AttributeGroups(String attribute, String label, List<GroupView> groups) {
    /**
     * @param group the value, or a band of values, in words
     * @param changed customers who get another segment or first action
     * @param before who is offered anything beside the fallback today
     * @param after the same under the strategy tried
     * @param valueBefore expected value of the first action per customer, in the currency
     * @param valueAfter the same under the strategy tried
     */
    public record GroupView(
            String group,
            long customers,
            long changed,
            GroupRate before,
            GroupRate after,
            double valueBefore,
            double valueAfter) {}

    /**
     * @param customers of whom it is true
     * @param share 0 to 1
     * @param low lower end of the 95 % interval of such a share by chance
     * @param high upper end
     * @param differs whether it differs from everybody else's by more than chance
     */
    public record GroupRate(long customers, double share, double low, double high, boolean differs) {
        static GroupRate of(Rate group, Rate all) {
            return new GroupRate(
                    group.of(), group.share(), group.low(), group.high(), group.differsFrom(all.without(group)));
        }
    }

    /** @param wanted which attributes the caller may see */
    static List<AttributeGroups> of(
            List<GroupEffect> effects, CustomerSchema schema, Function<Attribute, Boolean> wanted) {
        Map<String, List<GroupEffect>> byAttribute = new LinkedHashMap<>();
        effects.forEach(effect -> byAttribute
                .computeIfAbsent(effect.attribute(), name -> new ArrayList<>())
                .add(effect));
        List<AttributeGroups> found = new ArrayList<>();
        byAttribute.forEach((name, groups) -> schema.attribute(name)
                .filter(wanted::apply)
                .ifPresent(attribute -> found.add(new AttributeGroups(name, attribute.label(), views(groups)))));
        return found;
    }

    private static List<GroupView> views(List<GroupEffect> groups) {
        Rate before = sum(groups, GroupEffect::rateBefore);
        Rate after = sum(groups, GroupEffect::rateAfter);
        return groups.stream()
                .map(group -> new GroupView(
                        group.group(),
                        group.customers(),
                        group.changed(),
                        GroupRate.of(group.rateBefore(), before),
                        GroupRate.of(group.rateAfter(), after),
                        group.valueBefore() / group.customers(),
                        group.valueAfter() / group.customers()))
                .toList();
    }

    private static Rate sum(List<GroupEffect> groups, Function<GroupEffect, Rate> rate) {
        long of = groups.stream().mapToLong(group -> rate.apply(group).of()).sum();
        long customers = groups.stream().mapToLong(GroupEffect::customers).sum();
        return new Rate(of, customers);
    }
}
