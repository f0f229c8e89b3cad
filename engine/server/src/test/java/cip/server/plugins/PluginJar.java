package cip.server.plugins;

import cip.spi.Plugin;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** A jar compiled while the test runs. */
final class PluginJar {
    private final List<JavaFileObject> sources = new ArrayList<>();
    private final Map<String, byte[]> entries = new LinkedHashMap<>();
    private final List<Path> classPath = new ArrayList<>();

    PluginJar source(String className, String code) {
        sources.add(new Source(className, code));
        return this;
    }

    /** A plugin with the given body of its class, {@code test.<simpleName>}. */
    PluginJar plugin(String simpleName, String body) {
        return provider("test." + simpleName)
                .source(
                        "test." + simpleName,
                        "package test; import cip.spi.*; import java.util.*; public class " + simpleName
                                + " implements Plugin {" + body + "}");
    }

    PluginJar provider(String className) {
        return entry("META-INF/services/" + Plugin.class.getName(), className.getBytes(StandardCharsets.UTF_8));
    }

    PluginJar entry(String name, byte[] bytes) {
        entries.put(name, bytes);
        return this;
    }

    PluginJar against(Path jar) {
        classPath.add(jar);
        return this;
    }

    Path write(Path jar) {
        try {
            Path classes = Files.createDirectories(jar.resolveSibling(jar.getFileName() + ".classes"));
            compile(classes);
            try (OutputStream out = Files.newOutputStream(jar);
                    ZipOutputStream zip = new ZipOutputStream(out);
                    Stream<Path> files = Files.walk(classes)) {
                for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                    put(zip, classes.relativize(file).toString(), Files.readAllBytes(file));
                }
                for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                    put(zip, entry.getKey(), entry.getValue());
                }
            }
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void compile(Path classes) {
        if (sources.isEmpty()) {
            return;
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        String path = Stream.concat(Stream.of(location(Plugin.class)), classPath.stream())
                .map(Path::toString)
                .collect(Collectors.joining(System.getProperty("path.separator")));
        List<String> options = List.of("-d", classes.toString(), "-cp", path, "-proc:none", "-nowarn");
        if (!compiler.getTask(messages, null, null, options, null, sources).call()) {
            throw new IllegalStateException(messages.toString());
        }
    }

    /** The jar or folder that a class was loaded from. */
    static Path location(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(bytes);
        zip.closeEntry();
    }

    private static final class Source extends SimpleJavaFileObject {
        private final String code;

        Source(String className, String code) {
            super(URI.create("string:///" + className.replace('.', '/') + ".java"), Kind.SOURCE);
            this.code = code;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return code;
        }
    }
}
