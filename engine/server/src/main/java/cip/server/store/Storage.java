package cip.server.store;

import javax.sql.DataSource;

/** The database product behind a {@link Database}: how to reach it, and what makes a commit durable. */
sealed interface Storage extends AutoCloseable permits EmbeddedH2, PostgreSql {
    /** Connections that may read and write rows and, where the product can tell them apart, do nothing else. */
    DataSource rows();

    /** Connections that may change tables. */
    DataSource tables();

    /** What makes a column of text compare by its bytes, whatever the language of the server. */
    String binaryOrder();

    /** The type of a column of text, of so many UTF-16 units at most, that sorts by code point. */
    String sortedText(int longest);

    /** Whether only one transaction may write at a time. */
    boolean oneWriter();

    /** Returns when everything committed so far would survive a power cut. */
    void force();

    @Override
    void close();
}
