package cip.core.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Against the worked examples of Newcombe's two papers of 1998. */
class RateTest {
    @Test
    void intervalsAreThePublishedOnes() {
        assertThat(new Rate(81, 263).low()).isCloseTo(0.2553, within(5e-5));
        assertThat(new Rate(81, 263).high()).isCloseTo(0.3662, within(5e-5));
        assertThat(new Rate(0, 20).low()).isZero();
        assertThat(new Rate(0, 20).high()).isCloseTo(0.1611, within(5e-5));
        assertThat(new Rate(1, 29).low()).isCloseTo(0.0061, within(5e-5));
        assertThat(new Rate(1, 29).high()).isCloseTo(0.1718, within(5e-5));
    }

    @Test
    void ratesDifferWhereTheIntervalOfTheirDifferenceLeavesOutNothing() {
        assertThat(new Rate(56, 70).differsFrom(new Rate(48, 80))).isTrue();
        assertThat(new Rate(48, 80).differsFrom(new Rate(56, 70))).isTrue();
        assertThat(new Rate(9, 10).differsFrom(new Rate(3, 10))).isTrue();
        assertThat(new Rate(5, 56).differsFrom(new Rate(0, 29))).isFalse();
    }

    @Test
    void ofNobodyNothingIsKnown() {
        Rate nobody = new Rate(0, 0);

        assertThat(nobody.share()).isZero();
        assertThat(nobody.high()).isEqualTo(1);
        assertThat(nobody.differsFrom(new Rate(5, 10))).isFalse();
        assertThat(new Rate(5, 10).without(new Rate(2, 4))).isEqualTo(new Rate(3, 6));
    }
}
