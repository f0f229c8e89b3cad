package cip.server.plugins;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Which plugins run, how they are set up, and whose signature their jars must carry. */
public final class PluginsConfiguration {
    @JsonProperty
    @NotNull
    private String folder = "plugins";

    @JsonProperty
    @NotNull
    private Map<String, Map<String, String>> settings = Map.of();

    @JsonProperty
    @NotNull
    private List<String> trustedKeys = List.of();

    public static PluginsConfiguration of(
            Path folder, Map<String, Map<String, String>> settings, List<String> trustedKeys) {
        PluginsConfiguration configuration = new PluginsConfiguration();
        configuration.folder = folder.toString();
        configuration.settings = settings;
        configuration.trustedKeys = trustedKeys;
        return configuration;
    }

    /** The same configuration with its folder starting at the folder of config.yml. */
    public PluginsConfiguration below(Path root) {
        return of(root.resolve(folder), settings, trustedKeys);
    }

    /** Holds one folder for each plugin. */
    public Path folder() {
        return Path.of(folder);
    }

    /** By plugin name, then by setting. */
    public Map<String, Map<String, String>> settings() {
        return settings;
    }

    /** Ed25519 public keys, X.509 in Base64. Empty = jars need no signature: whoever may write the folder is trusted. */
    public List<String> trustedKeys() {
        return trustedKeys;
    }
}
