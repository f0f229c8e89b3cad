package cip.core.simulate;

/** Sums over the customers of a group. */
final class GroupSum {
    long customers;
    private long changed;
    private long contactedBefore;
    private long contactedAfter;
    private double valueBefore;
    private double valueAfter;

    void add(boolean changes, boolean contactedFirst, boolean contactedThen, double from, double to) {
        customers++;
        changed += changes ? 1 : 0;
        contactedBefore += contactedFirst ? 1 : 0;
        contactedAfter += contactedThen ? 1 : 0;
        valueBefore += from;
        valueAfter += to;
    }

    void add(GroupSum other) {
        customers += other.customers;
        changed += other.changed;
        contactedBefore += other.contactedBefore;
        contactedAfter += other.contactedAfter;
        valueBefore += other.valueBefore;
        valueAfter += other.valueAfter;
    }

    GroupEffect effect(String attribute, String group) {
        return new GroupEffect(
                attribute, group, customers, changed, contactedBefore, contactedAfter, valueBefore, valueAfter);
    }
}
