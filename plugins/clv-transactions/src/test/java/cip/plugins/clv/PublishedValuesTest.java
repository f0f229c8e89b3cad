package cip.plugins.clv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import cip.spi.TrainingProgress;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Against Fader and Hardie's published results for CDNOW, cut after 39 weeks on 30 September 1997. */
class PublishedValuesTest {
    private static final LocalDate CUT = LocalDate.of(1997, 9, 30);
    private static final BgNbd PUBLISHED = new BgNbd(0.243, 4.414, 0.793, 2.426);

    private final Shop.Seen sample = Shop.Seen.at(Shop.cdnowSample(), CUT, 273);

    @Test
    void parametersOfTheSampleAreThePublishedOnes() {
        LogParameters found = BgNbd.fit(sample.repeats(), TrainingProgress.UNHEARD);

        assertThat(sample.repeats().count()).isEqualTo(2357);
        assertThat(found.parameter(0)).isCloseTo(0.243, within(0.0005));
        assertThat(found.parameter(1)).isCloseTo(4.414, within(0.002));
        assertThat(found.parameter(2)).isCloseTo(0.793, within(0.0005));
        assertThat(found.parameter(3)).isCloseTo(2.426, within(0.002));
        assertThat(found.logLikelihood()).isCloseTo(-9582.4, within(0.05));
        assertThat(IntStream.range(0, 4)).noneMatch(found::isVague);
    }

    @Test
    void parametersOfAllCustomersAreTheReferenceOnes() {
        LogParameters found = BgNbd.fit(Shop.Seen.at(Shop.cdnow(), CUT, 273).repeats(), TrainingProgress.UNHEARD);

        assertThat(found.parameter(0)).isCloseTo(0.2516, within(0.0002));
        assertThat(found.parameter(1)).isCloseTo(4.7889, within(0.002));
        assertThat(found.parameter(2)).isCloseTo(0.7234, within(0.001));
        assertThat(found.parameter(3)).isCloseTo(2.1611, within(0.003));
        assertThat(found.logLikelihood()).isCloseTo(-95368.44, within(0.01));
    }

    @Test
    void spendOfAPurchaseHasThePublishedParameters() {
        int[] repeaters = IntStream.range(0, sample.means().length)
                .filter(i -> sample.repeatMeans()[i] > 0)
                .toArray();
        LogParameters found = GammaGamma.fit(
                Arrays.stream(repeaters)
                        .mapToDouble(i -> sample.purchaseDays()[i] - 1)
                        .toArray(),
                Arrays.stream(repeaters)
                        .mapToDouble(i -> sample.repeatMeans()[i])
                        .toArray(),
                TrainingProgress.UNHEARD);
        GammaGamma model = GammaGamma.of(found);

        assertThat(repeaters).hasSize(946);
        assertThat(model.p()).isCloseTo(6.25, within(0.01));
        assertThat(model.q()).isCloseTo(3.74, within(0.01));
        assertThat(model.v()).isCloseTo(15.44, within(0.02));
        double[] expected = {24.66, 18.91, 35.17, 35.17, 35.17, 71.46, 18.91, 35.17, 27.28, 35.17};
        for (int i = 0; i < expected.length; i++) {
            assertThat(model.expected(sample.purchaseDays()[i] - 1, sample.repeatMeans()[i]))
                    .as("customer %d", i)
                    .isCloseTo(expected[i], within(0.015));
        }
    }

    @Test
    void purchasesToComeAreThePublishedOnes() {
        BgNbd fitted = BgNbd.of(BgNbd.fit(sample.repeats(), TrainingProgress.UNHEARD));

        assertThat(fitted.expected(2, 30.43, 38.86, 39)).isCloseTo(1.226, within(0.0005));
        assertThat(fitted.alive(2, 30.43, 38.86)).isCloseTo(0.72661, within(0.00005));
    }

    @Test
    void purchasesOfANewCustomerAreThePublishedOnes() {
        double[] weeks = {0.1429, 1, 3, 31.8571, 32, 78};
        double[] purchases = {0.0078, 0.0532, 0.1506, 1.0405, 1.0437, 1.8576};
        for (int i = 0; i < weeks.length; i++) {
            assertThat(PUBLISHED.expectedOfNew(weeks[i])).isCloseTo(purchases[i], within(1e-4 + 0.002 * purchases[i]));
            assertThat(PUBLISHED.expected(0, 0, 0, weeks[i]))
                    .as("a customer just won, in %s weeks", weeks[i])
                    .isCloseTo(PUBLISHED.expectedOfNew(weeks[i]), within(1e-10));
        }
    }

    @Test
    void holdOutOfTheSampleIsPredictedAsInTheReference() {
        BgNbd fitted = BgNbd.of(BgNbd.fit(sample.repeats(), TrainingProgress.UNHEARD));
        double expected = 0;
        double absolute = 0;
        for (int i = 0; i < sample.means().length; i++) {
            double known = sample.tenureDays()[i] / 7;
            double each = fitted.expected(sample.purchaseDays()[i] - 1, known - sample.recencyDays()[i] / 7, known, 39);
            expected += each;
            absolute += Math.abs(each - sample.laterDays()[i]) / sample.means().length;
        }

        assertThat(expected).isCloseTo(1653.4, within(2.0));
        assertThat(Arrays.stream(sample.laterDays()).sum()).isEqualTo(1882);
        assertThat(absolute).isCloseTo(0.7855, within(0.001));
    }

    /** Reference: r .7416, alpha 8.7367, log-likelihood -13,255.61, a towards 0. */
    @Test
    void leavingThatNothingShowsIsFoundToBeOpen() {
        RepeatPurchases retail =
                Shop.Seen.at(Shop.onlineRetail(), LocalDate.of(2011, 6, 9), 182).repeats();

        LogParameters found = BgNbd.fit(retail, TrainingProgress.UNHEARD);

        assertThat(retail.count()).isEqualTo(2800);
        assertThat(found.parameter(0)).isCloseTo(0.7416, within(0.001));
        assertThat(found.parameter(1)).isCloseTo(8.7367, within(0.02));
        assertThat(found.logLikelihood()).isCloseTo(-13255.61, within(0.02));
        assertThat(found.parameter(2) / (found.parameter(2) + found.parameter(3)))
                .isLessThan(1e-4);
        assertThat(found.isVague(2)).isTrue();
        assertThat(found.isVague(3)).isTrue();
        assertThat(BgNbd.withoutLeaving(retail, TrainingProgress.UNHEARD))
                .isCloseTo(found.logLikelihood(), within(0.05));
    }
}
