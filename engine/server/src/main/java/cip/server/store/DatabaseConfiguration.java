package cip.server.store;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/** Where the tables are: {@code embedded} (H2 in the data folder) or a PostgreSQL server. */
public final class DatabaseConfiguration {
    private static final String EMBEDDED = "embedded";

    @JsonProperty
    @NotNull
    @Pattern(
            regexp = "embedded|jdbc:postgresql:.+",
            message = "is neither embedded nor jdbc:postgresql://host/database")
    private String url = EMBEDDED;

    @JsonProperty
    @NotNull
    private String user = "cip";

    @JsonProperty
    @NotNull
    private String password = "";

    @JsonProperty
    @Min(2)
    @Max(100)
    private int maxConnections = 10;

    /** H2 in the data folder: nothing to set up. */
    public static DatabaseConfiguration embedded() {
        return new DatabaseConfiguration();
    }

    public static DatabaseConfiguration postgres(String url, String user, String password) {
        DatabaseConfiguration configuration = new DatabaseConfiguration();
        configuration.url = url;
        configuration.user = user;
        configuration.password = password;
        return configuration;
    }

    @JsonIgnore
    public boolean isEmbedded() {
        return url.equals(EMBEDDED);
    }

    public String url() {
        return url;
    }

    public String user() {
        return user;
    }

    public String password() {
        return password;
    }

    /** Connections open at a time. */
    public int maxConnections() {
        return maxConnections;
    }
}
