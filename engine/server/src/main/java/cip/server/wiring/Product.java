package cip.server.wiring;

/**
 * What the console says about the installation.
 *
 * @param version of the jar; {@code development} when it runs from classes
 * @param currency of all amounts of money, e.g. {@code EUR}
 * @param locale how numbers and dates are written, e.g. {@code en-IE}
 * @param atRiskThreshold from which churn risk a customer counts as at risk, 0..1
 */
public record Product(String name, String version, String currency, String locale, double atRiskThreshold) {}
