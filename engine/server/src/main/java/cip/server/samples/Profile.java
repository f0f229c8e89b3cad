package cip.server.samples;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** What the shop has on file about a made-up customer at the cut: rounded, with gaps. */
final class Profile {
    private static final double POOREST = 8_000;
    private static final double RICHEST = 900_000;

    private final Draws draws;
    private final long number;
    private final Map<String, Object> attributes = new HashMap<>();

    Profile(Draws draws, long number) {
        this.draws = draws;
        this.number = number;
    }

    Map<String, Object> attributes(Person person, LocalDate signedUp, PurchaseHistory history) {
        String name = PersonNames.draw(draws);
        put(.005, "name", name);
        put(.03, "contact", PersonNames.address(name, number));
        put(.04, "age", (double) person.age());
        double income = StrictMath.exp(10.45 + .45 * person.affluence() + .1 * draws.normal());
        put(.12, "annual_income", Math.max(POOREST, Math.min(RICHEST, 100 * Math.rint(income / 100))));
        put(.01, "region", person.region());
        double loyalty = 5.4 + 1.6 * person.engagement() + 1.1 * draws.normal();
        put(.08, "loyalty_score", Math.max(0, Math.min(10, Math.rint(10 * loyalty) / 10)));
        put(0, "purchase_amount", history.lastYearAmount());
        put(0, "purchase_frequency", (double) history.lastYearPurchases());
        put(.02, "consent_email", draws.chance(.72));
        put(.02, "consent_phone", draws.chance(.31));
        put(.02, "consent_sms", draws.chance(.43));
        put(.02, "consent_post", draws.chance(.58));
        put(0, "signup_date", signedUp);
        return attributes;
    }

    private void put(double missingShare, String name, Object value) {
        if (!draws.chance(missingShare)) {
            attributes.put(name, value);
        }
    }
}
