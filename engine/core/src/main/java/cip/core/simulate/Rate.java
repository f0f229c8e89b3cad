package cip.core.simulate;

/**
 * How many of a group something is true of, with the interval that a rate of so few may lie in by chance: Wilson's score
 * interval at 95 % (E. B. Wilson, 1927, doi:10.1080/01621459.1927.10502953).
 */
public record Rate(long of, long customers) {
    private static final double Z = 1.959963984540054;

    public Rate {
        if (of < 0 || of > customers) {
            throw new IllegalArgumentException(of + " of " + customers + " is no share.");
        }
    }

    /** 0 to 1; 0 of nobody is 0. */
    public double share() {
        return customers == 0 ? 0 : (double) of / customers;
    }

    /** Lower end of the interval. */
    public double low() {
        return customers == 0 ? 0 : Math.max(0, middle() - reach());
    }

    /** Upper end of the interval. */
    public double high() {
        return customers == 0 ? 1 : Math.min(1, middle() + reach());
    }

    /** The rate of everybody else, this group being some of them. */
    public Rate without(Rate group) {
        return new Rate(of - group.of, customers - group.customers);
    }

    /**
     * Whether chance alone hardly makes this rate and another one differ so much: the 95 % interval of their difference leaves
     * out 0 (R. G. Newcombe, 1998, method 10, doi:10.1002/(SICI)1097-0258(19980430)17:8%3C873::AID-SIM779%3E3.0.CO;2-I).
     */
    public boolean differsFrom(Rate other) {
        if (customers == 0 || other.customers == 0) {
            return false;
        }
        double difference = share() - other.share();
        double below = Math.hypot(share() - low(), other.high() - other.share());
        double above = Math.hypot(high() - share(), other.share() - other.low());
        return difference - below > 0 || difference + above < 0;
    }

    private double middle() {
        return (share() + Z * Z / (2 * customers)) / (1 + Z * Z / customers);
    }

    private double reach() {
        double share = share();
        double root = Math.sqrt(share * (1 - share) / customers + Z * Z / (4.0 * customers * customers));
        return Z * root / (1 + Z * Z / customers);
    }
}
