package cip.server.wiring;

/**
 * What the console says about the installation.
 *
 * @param version of the jar; {@code development} when it runs from classes
 * @param currency of all amounts of money, e.g. {@code EUR}
 * @param locale how numbers and dates are written, e.g. {@code en-IE}
 * @param valueScore name of the score that says what a customer is worth, e.g. {@code clv}
 * @param riskScore name of the score that says how likely a customer leaves, e.g. {@code churn_risk}
 * @param atRiskThreshold from which risk a customer counts as at risk, 0..1
 */
public record Product(
        String name,
        String version,
        String currency,
        String locale,
        String valueScore,
        String riskScore,
        double atRiskThreshold) {}
