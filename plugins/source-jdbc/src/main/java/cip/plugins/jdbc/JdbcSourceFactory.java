package cip.plugins.jdbc;

import cip.spi.CustomerSource;
import cip.spi.Factory;
import cip.spi.Settings;
import java.util.Set;

/** Makes a source from the setting that names a table or the one that holds a query, exactly one of the two. */
record JdbcSourceFactory(String name, String tableSetting, String querySetting) implements Factory<CustomerSource> {
    private static final int ROWS_AT_A_TIME = 1_000;
    private static final String TABLE_NAME = "[A-Za-z_][A-Za-z0-9_$]*(\\.[A-Za-z_][A-Za-z0-9_$]*){0,2}";

    @Override
    public Set<String> settingNames() {
        return Set.of("url", "user", "password", "fetchSize", tableSetting, querySetting);
    }

    @Override
    public CustomerSource create(Settings settings) {
        SourceDatabase database = SourceDatabase.of(
                settings.required("url"),
                settings.text("user").orElse(""),
                settings.text("password").orElse(""));
        int fetchSize = settings.wholeNumber("fetchSize", ROWS_AT_A_TIME);
        if (fetchSize < 1) {
            throw new IllegalArgumentException("The setting fetchSize is " + fetchSize + ", it must be at least 1.");
        }
        return new JdbcSource(database, sql(settings), fetchSize);
    }

    private String sql(Settings settings) {
        String table = settings.text(tableSetting).orElse("");
        String query = settings.text(querySetting).orElse("");
        if (table.isEmpty() == query.isEmpty()) {
            throw new IllegalArgumentException("Exactly one of the settings " + tableSetting + " and " + querySetting
                    + " is needed, " + (table.isEmpty() ? "none" : "both") + " of them was found.");
        }
        if (!query.isEmpty()) {
            return query;
        }
        if (!table.matches(TABLE_NAME)) {
            throw new IllegalArgumentException("The setting " + tableSetting + " is " + table
                    + ", expected the name of a table, or schema.table. For anything else set " + querySetting + ".");
        }
        return "select * from " + table;
    }
}
