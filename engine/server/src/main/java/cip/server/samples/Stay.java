package cip.server.samples;

/**
 * When a made-up customer came, how they behave and when they leave.
 *
 * @param daysKnown days before the cut on which the customer signed up
 * @param from shop time from which the records can show the customer
 * @param before shop years from signing up to the beginning of the records; 0 for who came later
 * @param departure shop time of leaving; may be before the records begin or after they end
 */
record Stay(
        Behaviour behaviour, int daysKnown, double from, double before, double departure, boolean beginsWithPurchase) {
    private static final int OLDEST_SIGNUP_DAYS = 2190;
    private static final double MEAN_SIGNUP_DAYS = 720;
    private static final double REGISTERED_ONLY_SHARE = .12;
    private static final double HARDLY_BUYING_SHARE = .5;

    static Stay draw(Draws draws, RetailCalendar calendar, Person person) {
        boolean registeredOnly = draws.chance(REGISTERED_ONLY_SHARE);
        boolean hardlyBuying = draws.chance(HARDLY_BUYING_SHARE) && registeredOnly;
        Behaviour behaviour = behaviour(draws, person, hardlyBuying ? .03 : 1);
        double reach = -StrictMath.expm1(-OLDEST_SIGNUP_DAYS / MEAN_SIGNUP_DAYS);
        int daysKnown = 1 + (int) (-MEAN_SIGNUP_DAYS * StrictMath.log(1 - draws.uniform() * reach));
        return from(draws, calendar, behaviour, daysKnown, !registeredOnly);
    }

    /** Guests come with a purchase at any time of the recorded years, and seldom come back. */
    static Stay ofGuest(Draws draws, RetailCalendar calendar, Person person) {
        Behaviour behaviour = behaviour(draws, person, .25);
        int daysKnown = 1 + draws.below(2 * RetailCalendar.DAYS_PER_YEAR);
        return from(draws, calendar, behaviour, daysKnown, true);
    }

    private static Stay from(
            Draws draws, RetailCalendar calendar, Behaviour behaviour, int daysKnown, boolean withPurchase) {
        double length = draws.exponential() / behaviour.departuresPerYear();
        double ofDay = draws.uniform();
        int day = 2 * RetailCalendar.DAYS_PER_YEAR - daysKnown;
        if (day < 0) {
            double before = -(double) day / RetailCalendar.DAYS_PER_YEAR;
            return new Stay(behaviour, daysKnown, 0, before, length - before, false);
        }
        double from = calendar.shopTime(day, ofDay);
        return new Stay(behaviour, daysKnown, from, 0, from + length, withPurchase);
    }

    private static Behaviour behaviour(Draws draws, Person person, double rateFactor) {
        double engagement = person.engagement();
        double rate = 1.85 + .55 * engagement + .12 * person.affluence() + .55 * draws.normal();
        rate += (person.isFamilyAge() ? .25 : 0) - (person.livesInTheEast() ? .2 : 0);
        double departure = -1.7 - .65 * engagement + .4 * draws.normal();
        departure += (person.isYoung() ? .35 : 0) + (person.livesInTheEast() ? .3 : 0);
        departure += person.isYoung() && person.affluence() < 0 ? .3 : 0;
        double basket = 3.55 + .35 * person.affluence() + .1 * engagement + .4 * draws.normal();
        boolean remote = person.mainChannel() != 1;
        double refund = -3.1 + .5 * draws.normal() + (remote ? .5 : 0);
        return new Behaviour(
                rateFactor * StrictMath.exp(rate),
                StrictMath.exp(departure),
                StrictMath.exp(basket),
                1 / (1 + StrictMath.exp(-refund)));
    }

    /** The probability that the customer is still there at the cut, from all that is known but the future. */
    double alive(PurchaseHistory history) {
        boolean bought = !Double.isNaN(history.lastRecorded());
        if (!bought && before > 0) {
            return behaviour.aliveWithoutRecord(before, RetailCalendar.CUT);
        }
        double seen = bought ? history.lastRecorded() : from;
        return behaviour.aliveAfterSilence(RetailCalendar.CUT - seen);
    }
}
