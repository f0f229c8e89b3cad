package cip.plugins.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cip.spi.CustomerSource;
import cip.spi.Factory;
import cip.spi.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JdbcSettingsTest {
    private static final Factory<CustomerSource> JDBC =
            new SourceJdbcPlugin().customerSources().get(0);

    @Test
    void urlIsNeeded() {
        assertRefused(Map.of("table", "customer"), "The setting url is missing.");
    }

    @Test
    void eitherTableOrQueryIsNeeded() {
        assertRefused(Map.of("url", "jdbc:h2:mem:x"), "none of them");
        assertRefused(Map.of("url", "jdbc:h2:mem:x", "table", "t", "query", "select 1"), "both of them");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "customer; drop table customer",
                "customer where 1=1",
                "\"Customer\"",
                "a.b.c.d",
                "1st",
                "(select 1)"
            })
    void tableIsANameAndNothingElse(String table) {
        assertRefused(Map.of("url", "jdbc:h2:mem:x", "table", table), "expected the name of a table");
    }

    @Test
    void databaseWithoutDriverIsRefusedWithoutPrintingItsUrl() {
        assertThatThrownBy(() -> JDBC.create(
                        new Settings(Map.of("url", "jdbc:oracle:thin:scott/tiger@host:1521/db", "table", "customer"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("jdbc:oracle,")
                .hasMessageNotContaining("tiger");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "many"})
    void fetchSizeIsAPositiveWholeNumber(String fetchSize) {
        assertRefused(Map.of("url", "jdbc:h2:mem:x", "table", "t", "fetchSize", fetchSize), "fetchSize");
    }

    @Test
    void everySettingIsDeclared() {
        assertThat(JDBC.settingNames())
                .containsExactlyInAnyOrder("url", "user", "password", "fetchSize", "table", "query");
    }

    private static void assertRefused(Map<String, String> settings, String reason) {
        assertThatThrownBy(() -> JDBC.create(new Settings(settings)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason);
    }
}
