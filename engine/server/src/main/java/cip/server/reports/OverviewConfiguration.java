package cip.server.reports;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Which scores the overview is about.
 *
 * @param valueScore name of the score that says what a customer is worth
 * @param riskScore name of the score that says how likely a customer leaves
 * @param atRiskThreshold from which risk a customer counts as at risk, 0..1
 */
public record OverviewConfiguration(
        @JsonProperty("valueScore") String valueScore,
        @JsonProperty("riskScore") String riskScore,
        @JsonProperty("atRiskThreshold") double atRiskThreshold) {
    public OverviewConfiguration {
        if (!(atRiskThreshold >= 0 && atRiskThreshold <= 1)) {
            throw new IllegalArgumentException("overview.atRiskThreshold is " + atRiskThreshold + ", expected 0 to 1.");
        }
    }

    public static OverviewConfiguration byDefault() {
        return new OverviewConfiguration("clv", "churn_risk", 0.5);
    }
}
