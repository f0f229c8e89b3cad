package cip.server.plugins;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;

/**
 * Loads the classes of one plugin. It sees the JDK, its own jars and, of the engine, only what it compiles against, so a
 * plugin may bring any version of any library.
 */
final class PluginClassLoader extends URLClassLoader {
    private static final List<String> SHARED_PACKAGES = List.of("cip.spi.", "org.slf4j.");
    private static final ClassLoader ENGINE = PluginClassLoader.class.getClassLoader();

    static {
        registerAsParallelCapable();
    }

    PluginClassLoader(String plugin, List<Path> jars) {
        super(plugin, urls(jars), getPlatformClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (SHARED_PACKAGES.stream().anyMatch(name::startsWith)) {
            return ENGINE.loadClass(name);
        }
        return super.loadClass(name, resolve);
    }

    private static URL[] urls(List<Path> jars) {
        return jars.stream().map(PluginClassLoader::url).toArray(URL[]::new);
    }

    private static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("No class can be loaded from " + jar + ".", e);
        }
    }
}
