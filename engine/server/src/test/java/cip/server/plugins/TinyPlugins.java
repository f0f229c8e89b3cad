package cip.server.plugins;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Plugins of a few lines, each with one customer source whose only column tells what the plugin saw. */
final class TinyPlugins {
    private TinyPlugins() {}

    static Path folder(Path plugins, String name) {
        try {
            return Files.createDirectories(plugins.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param column a Java expression, evaluated when the columns are asked for */
    static PluginJar source(String plugin, String offer, String column) {
        return withFactory(plugin, offer, column, "");
    }

    /** Its column is the value of a setting that it cannot do without. */
    static PluginJar configuredSource(String plugin, String offer, String setting) {
        return withFactory(
                plugin,
                offer,
                "value",
                "public Set<String> settingNames() { return Set.of(\"" + setting + "\"); }",
                "String value = settings.required(\"" + setting + "\");");
    }

    /** A plugin whose methods are all given. */
    static PluginJar plugin(String name, String methods) {
        return new PluginJar().plugin(className(name), "public String name() { return \"" + name + "\"; }" + methods);
    }

    private static PluginJar withFactory(String plugin, String offer, String column, String members) {
        return withFactory(plugin, offer, column, members, "");
    }

    private static PluginJar withFactory(
            String plugin, String offer, String column, String members, String beforeCreate) {
        return plugin(
                plugin,
                """
                static String seen(String type) {
                    try { Class.forName(type); return "yes"; } catch (ClassNotFoundException e) { return "no"; }
                }
                public List<Factory<CustomerSource>> customerSources() {
                    return List.of(new Factory<CustomerSource>() {
                        public String name() { return "%s"; }
                        %s
                        public CustomerSource create(Settings settings) {
                            %s
                            return new CustomerSource() {
                                public List<String> columns() { return List.of(%s); }
                                public java.util.stream.Stream<Row> rows() { return java.util.stream.Stream.empty(); }
                            };
                        }
                    });
                }
                """
                        .formatted(offer, members, beforeCreate, column));
    }

    private static String className(String plugin) {
        return Character.toUpperCase(plugin.charAt(0)) + plugin.substring(1).replace("-", "");
    }
}
