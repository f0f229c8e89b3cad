package cip.server.audiences;

import cip.core.action.Action;
import cip.core.action.ActionCatalogue;
import cip.core.action.Amount;
import cip.core.action.Channel;
import cip.core.customer.CustomerId;
import cip.core.rule.Condition;
import cip.core.rule.ConditionCheck;
import cip.core.rule.ConditionColumns;
import cip.core.rule.ConditionSentence;
import cip.core.rule.Term;
import cip.core.rule.Vocabulary;
import cip.spi.FeatureColumn.NumberColumn;
import cip.spi.FeatureColumn.TextColumn;
import cip.spi.FeatureMatrix;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A base of n customers named c000000, c000001, …: every third is at risk, every tenth is held out, every fourth did not
 * consent to e-mail. What the store knows now can be changed apart from it.
 */
final class FakeBase implements AudienceBase {
    static final String STRATEGY = "ab".repeat(32);

    final Map<CustomerId, Map<String, Object>> stored = new TreeMap<>();
    private final List<CustomerId> ids = new ArrayList<>();
    private final FeatureMatrix terms;
    private final BitSet heldOut = new BitSet();

    FakeBase(int customers) {
        @Nullable String[] segments = new String[customers];
        double[] clv = new double[customers];
        double[] risk = new double[customers];
        double[] consent = new double[customers];
        for (int row = 0; row < customers; row++) {
            ids.add(new CustomerId(String.format("c%06d", row)));
            segments[row] = row % 3 == 0 ? "at_risk" : "champions";
            clv[row] = row % 7 == 0 ? Double.NaN : 1000.0 / (row + 1);
            risk[row] = row % 3 == 0 ? 0.75 : 0.1;
            consent[row] = row % 4 == 0 ? 0 : 1;
            heldOut.set(row, row % 10 == 0);
            Map<String, Object> attributes = new HashMap<>();
            attributes.put("name", row == 1 ? "=HYPERLINK(\"http://x\")" : "Name " + row);
            attributes.put("email", "c" + row + "@example.org");
            attributes.put("consent_email", row % 4 != 0);
            stored.put(ids.get(row), attributes);
        }
        terms = new FeatureMatrix(
                customers,
                List.of(
                        new NumberColumn("clv", clv),
                        new NumberColumn("churn_risk", risk),
                        new NumberColumn("consent_email", consent),
                        new TextColumn("segment", segments)));
    }

    Map<CustomerId, Map<String, Object>> storedOf(Collection<CustomerId> wanted) {
        Map<CustomerId, Map<String, Object>> found = new HashMap<>();
        wanted.forEach(id -> {
            Map<String, Object> attributes = stored.get(id);
            if (attributes != null) {
                found.put(id, attributes);
            }
        });
        return found;
    }

    @Override
    public Instant asOf() {
        return Instant.parse("2026-03-03T00:00:00Z");
    }

    @Override
    public String strategyHash() {
        return STRATEGY;
    }

    @Override
    public Map<String, String> modelHashes() {
        return Map.of("clv", "cd".repeat(32), "churn_risk", "ef".repeat(32));
    }

    @Override
    public int size() {
        return ids.size();
    }

    @Override
    public CustomerId id(int row) {
        return ids.get(row);
    }

    @Override
    public FeatureMatrix terms() {
        return terms;
    }

    @Override
    public String topAction(int row) {
        return row % 3 == 0 ? "win_back_email" : "shop_window";
    }

    @Override
    public double expectedValue(int row) {
        return row / 2.0;
    }

    @Override
    public BitSet heldOut() {
        return (BitSet) heldOut.clone();
    }

    @Override
    public BitSet matching(Condition condition) {
        return ConditionColumns.matching(condition, terms);
    }

    @Override
    public void require(Condition condition) {
        ConditionCheck.require(condition, vocabulary(), Set.of());
    }

    @Override
    public String sentence(Condition condition) {
        return ConditionSentence.of(condition, vocabulary());
    }

    @Override
    public Vocabulary vocabulary() {
        return new Vocabulary(List.of(
                Term.number("clv", "Lifetime value", "EUR", Term.Origin.SCORE),
                Term.probability("churn_risk", "Churn risk", Term.Origin.SCORE),
                Term.yesNo("consent_email", "Consent to e-mail", Term.Origin.ATTRIBUTE),
                Term.text("segment", "Segment", List.of("at_risk", "champions"), Term.Origin.SEGMENT)));
    }

    @Override
    public ActionCatalogue actions() {
        return new ActionCatalogue(
                List.of(new Channel("EMAIL", "E-mail", "consent_email", 1), new Channel("SHOP", "Web shop", "", 1)),
                List.of(
                        action("win_back_email", "Win-back e-mail", "EMAIL"),
                        action("shop_window", "Shop window", "SHOP")),
                "shop_window");
    }

    @Override
    public Map<String, String> segments() {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("at_risk", "At-Risk");
        labels.put("champions", "Champions");
        return labels;
    }

    private static Action action(String id, String name, String channel) {
        Amount none = new Amount(0, 0, List.of());
        return new Action(id, name, name + ".", Action.Kind.OFFER, channel, 1, none, none, 0, 1, 30);
    }
}
