package cip.plugins.jdbc;

import cip.spi.CustomerSource;
import cip.spi.Factory;
import cip.spi.Plugin;
import java.util.List;

/** Brings two sources over one database: {@code jdbc} for customers, {@code jdbc-transactions} for transactions. */
public final class SourceJdbcPlugin implements Plugin {
    @Override
    public String name() {
        return "source-jdbc";
    }

    @Override
    public List<Factory<CustomerSource>> customerSources() {
        return List.of(
                new JdbcSourceFactory("jdbc", "table", "query"),
                new JdbcSourceFactory("jdbc-transactions", "transactionsTable", "transactionsQuery"));
    }
}
