package cip.server.reports;

import cip.core.decide.CustomerBase;
import cip.core.decide.StrategyHash;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one run over the whole base came to. Kept after each run so that the next can be compared with it.
 *
 * @param at when the run finished
 * @param customers decided
 * @param averageClv mean of the value score, in its unit; {@code null} = no customer has one
 * @param churnRiskShare share of the scored customers whose risk is at least {@code atRiskThreshold}; {@code null} = none
 *     has a score
 * @param atRiskThreshold a probability
 * @param valueAtRisk sum of value × risk over all customers, in the value score's unit
 * @param actionsRecommended customers whose first action is not the fallback
 */
public record KeyFigures(
        Instant at,
        int customers,
        @Nullable Double averageClv,
        @Nullable Double churnRiskShare,
        double atRiskThreshold,
        double valueAtRisk,
        int actionsRecommended) {

    /** @param fallbacks the fallback action of each strategy that decided */
    static KeyFigures of(
            CustomerBase base, Map<StrategyHash, String> fallbacks, OverviewConfiguration configuration, Instant at) {
        double sumValue = 0;
        double valueAtRisk = 0;
        int valued = 0;
        int risked = 0;
        int atRisk = 0;
        int recommended = 0;
        for (int row = 0; row < base.size(); row++) {
            double value = base.number(configuration.valueScore(), row);
            double risk = base.number(configuration.riskScore(), row);
            if (!Double.isNaN(value)) {
                sumValue += value;
                valued++;
            }
            if (!Double.isNaN(risk)) {
                risked++;
                atRisk += risk >= configuration.atRiskThreshold() ? 1 : 0;
            }
            if (!Double.isNaN(value * risk)) {
                valueAtRisk += value * risk;
            }
            recommended += base.topAction(row).equals(fallbacks.get(base.strategyOf(row))) ? 0 : 1;
        }
        return new KeyFigures(
                at,
                base.size(),
                valued == 0 ? null : sumValue / valued,
                risked == 0 ? null : (double) atRisk / risked,
                configuration.atRiskThreshold(),
                valueAtRisk,
                recommended);
    }
}
