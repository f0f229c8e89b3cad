package cip.server.samples;

/**
 * What is known of a sample customer only because the customer was made up. No attribute or transaction before the cut was
 * computed from it.
 *
 * @param churnProbability that nothing is purchased in the 12 months after the cut, knowing the customer's hidden rates and
 *     history but not the future: no model can do better
 * @param clv expected net spend in EUR of the 12 months after the cut, in the same sense
 * @param purchases what then happened: purchases in the 12 months after the cut
 * @param spend what then happened: net spend in EUR of these purchases; refunds count with their purchase
 */
public record SampleTruth(double churnProbability, double clv, int purchases, double spend) {
    /** Whether nothing was purchased in the 12 months after the cut. */
    public boolean churned() {
        return purchases == 0;
    }
}
