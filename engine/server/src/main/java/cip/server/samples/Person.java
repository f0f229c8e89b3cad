package cip.server.samples;

/**
 * Who a made-up customer is.
 *
 * @param engagement hidden: how much they like the shop; mean 0, variance 1
 * @param affluence hidden: how much they can spend; mean 0, variance 1
 */
record Person(int age, double engagement, double affluence, String region, int mainChannel) {
    private static final String[] REGIONS = {"North", "South", "East", "West"};
    private static final double[] REGIONS_UP_TO = {.31, .58, .72, 1};
    private static final int YOUNGEST = 18;
    private static final int OLDEST = 92;

    static Person draw(Draws draws) {
        double years = draws.normal();
        double engagement = draws.normal();
        double affluence = .35 * years + .94 * draws.normal();
        int age = (int) Math.max(YOUNGEST, Math.min(OLDEST, Math.rint(43 + 14.5 * years)));
        double where = draws.uniform();
        int region = 0;
        while (where >= REGIONS_UP_TO[region]) {
            region++;
        }
        int channel = mainChannel(draws.uniform(), age);
        return new Person(age, engagement, affluence, REGIONS[region], channel);
    }

    /** Web, store, app or phone: the young like the app, the old the store and the phone. */
    private static int mainChannel(double draw, int age) {
        double app = age < 35 ? .4 : age < 55 ? .2 : .05;
        double phone = age < 60 ? .02 : .12;
        double store = age < 55 ? .22 : .38;
        return draw < app ? 2 : draw < app + phone ? 3 : draw < app + phone + store ? 1 : 0;
    }

    boolean isYoung() {
        return age < 28;
    }

    boolean isFamilyAge() {
        return age >= 32 && age < 52;
    }

    boolean livesInTheEast() {
        return region.equals("East");
    }
}
