package cip.server.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.core.simulate.Interest;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionsTest {
    private static final Caller MAYA = new Caller("maya", "Maya", Set.of(Role.MARKETER));
    private static final Caller JONAS = new Caller("jonas", "Jonas", Set.of(Role.MARKETER));

    private final Questions questions = new Questions();

    @Test
    void aLaterQuestionOfTheSeriesTakesThePlaceOfAnEarlierOne() {
        Interest first = questions.in("tab-effect 1", MAYA);
        assertThat(first.isGone()).isFalse();

        Interest second = questions.in("tab-effect 2", MAYA);

        assertThat(first.isGone()).isTrue();
        assertThatThrownBy(first::require).hasMessageStartingWith("A later question of the same editor");
        assertThat(second.isGone()).isFalse();
    }

    @Test
    void aQuestionThatWasOvertakenOnItsWayIsNotBegun() {
        Interest later = questions.in("tab-effect 7", MAYA);

        assertThatThrownBy(() -> questions.in("tab-effect 6", MAYA))
                .isInstanceOfSatisfying(EngineException.class, refused -> assertThat(refused.code())
                        .isEqualTo(ErrorCode.CONFLICT));
        assertThat(later.isGone()).isFalse();
    }

    @Test
    void otherSeriesAndOtherPeopleDoNotDisturb() {
        Interest mine = questions.in("tab-effect 1", MAYA);
        questions.in("tab-distribution 2", MAYA);
        questions.in("tab-effect 2", JONAS);
        questions.in(null, MAYA);
        assertThat(mine.isGone()).isFalse();
        assertThat(questions.in(null, MAYA).isGone()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "tab", "tab one", "tab -1", "a b 1", "tab 1234567890123456"})
    void anotherFormOfTheHeaderIsRefused(String header) {
        assertThatThrownBy(() -> questions.in(header, MAYA)).hasMessageStartingWith("The header Question must be");
    }
}
