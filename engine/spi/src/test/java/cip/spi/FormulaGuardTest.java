package cip.spi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaGuardTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+4915112345",
                "-",
                "-1+1",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "\0=1",
                "\tplain",
                " =1+1",
                "\u00a0=1",
                "\ufeff=1",
                "\u200b+1",
                "＝1+1",
                "＋1",
                "－1",
                "＠A1",
                "﹦1",
                "\u2212" + "1"
            })
    void textThatCouldBeAFormulaGetsAnApostrophe(String text) {
        assertThat(FormulaGuard.guarded(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "North", "0042", "'=1+1", "a=b", " x", "Straße", "漢字", "😀", "1-2", "(=1)", ";=1+1", "  "})
    void otherTextIsLeftAlone(String text) {
        assertThat(FormulaGuard.guarded(text)).isEqualTo(text);
    }
}
