package cip.core.score.kernel;

/**
 * What each input on the way to one leaf adds to what the tree says, for every set of inputs that let a row pass: the
 * Shapley values of the game in which the inputs {@code S} are known and that pays
 * {@code value · Π_{e in S} one_e · Π_{e not in S} zero_e}, where one is 1 when the row passes all tests of an input on the
 * way, else 0, and zero is the share of training rows that pass them. This is equation 6 of Yang 2021, "Fast TreeSHAP:
 * accelerating SHAP value computation for trees", arXiv:2109.09847, whose version 2 keeps such sums by leaf and set.
 */
final class LeafShares {
    private final double[] zeros;
    private final double value;
    /** {@code k! (n − 1 − k)! / n!}: of the sets of k others that an input can join. */
    private final double[] weights;

    /** @param zeros by element: the product of the shares of training rows that go on at the tests of one input */
    LeafShares(double[] zeros, double value) {
        this.zeros = zeros;
        this.value = value;
        this.weights = new double[zeros.length];
        int n = zeros.length;
        for (int k = 0; k < n; k++) {
            weights[k] = k == 0 ? 1.0 / n : weights[k - 1] * k / (n - k);
        }
    }

    /** For each set of elements that let a row pass, as bits, one number for each element. */
    double[] all() {
        int sets = 1 << zeros.length;
        double[] shares = new double[sets * zeros.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = share(i % zeros.length, i / zeros.length);
        }
        return shares;
    }

    private double share(int element, int passed) {
        double one = passed >> element & 1;
        return (one - zeros[element]) * value * weightOfOthers(element, passed);
    }

    /** {@code Σ_k weights_k · p_k}, where p_k sums the products over all sets of k of the other elements. */
    private double weightOfOthers(int element, int passed) {
        double[] products = new double[zeros.length];
        products[0] = 1;
        int others = 0;
        for (int other = 0; other < zeros.length; other++) {
            if (other != element) {
                others++;
                int one = passed >> other & 1;
                for (int k = others; k > 0; k--) {
                    products[k] = products[k] * zeros[other] + products[k - 1] * one;
                }
                products[0] *= zeros[other];
            }
        }
        double sum = 0;
        for (int k = 0; k <= others; k++) {
            sum += weights[k] * products[k];
        }
        return sum;
    }
}
