package cip.server.plugins;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * One subfolder of the plugin folder with the jars in it, looked through before anything in them runs.
 *
 * @param jars in the order of their names, at least one
 */
record PluginFolder(String name, Path path, List<Path> jars) {
    private static final String BUILD_OUTPUT = "target";
    private static final int CLASS_FILE_VERSION_OF_JAVA_0 = 44;

    /** The subfolders of the plugin folder, in the order of their names. Hidden ones and the build's are none of ours. */
    static List<Path> in(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory)
                    .filter(entry -> !entry.getFileName().toString().startsWith("."))
                    .filter(entry -> !entry.getFileName().toString().equals(BUILD_OUTPUT))
                    .sorted(Comparator.comparing(entry -> entry.getFileName().toString()))
                    .toList();
        }
    }

    static PluginFolder read(Path path) throws PluginProblem {
        List<Path> jars = jarsIn(path);
        if (jars.isEmpty()) {
            throw new PluginProblem(
                    "It holds no jar.",
                    Files.exists(path.resolve("pom.xml"))
                            ? "Maybe the plugin has not been built yet: run mvn package."
                            : "Maybe its jars were not copied; if it is not wanted, remove the folder.");
        }
        PluginFolder folder = new PluginFolder(path.getFileName().toString(), path, jars);
        folder.checkClasses();
        return folder;
    }

    List<String> jarNames() {
        return jars.stream().map(jar -> jar.getFileName().toString()).toList();
    }

    private static List<Path> jarsIn(Path path) throws PluginProblem {
        try (Stream<Path> entries = Files.list(path)) {
            return entries.filter(entry -> entry.getFileName().toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new PluginProblem(
                    "It cannot be read: " + e + ".", "Maybe the engine's user may not read the folder.", e);
        }
    }

    private void checkClasses() throws PluginProblem {
        Map<String, Path> jarByClass = new HashMap<>();
        for (Path jar : jars) {
            try (JarFile file = new JarFile(jar.toFile())) {
                List<String> classes = classesIn(file);
                checkVersion(jar, file, classes);
                for (String each : classes) {
                    Path other = jarByClass.putIfAbsent(each, jar);
                    if (other != null) {
                        throw new PluginProblem(
                                "The class " + each + " is in " + other.getFileName() + " and in " + jar.getFileName()
                                        + ".",
                                "Maybe two versions of one jar were left in the folder: remove the older one.");
                    }
                }
            } catch (IOException | SecurityException e) {
                throw new PluginProblem(
                        jar.getFileName() + " is not a readable jar: " + e.getMessage() + ".",
                        "Maybe it was cut off while being copied: copy it again, or build it with mvn package.",
                        e);
            }
        }
    }

    /** The classes of the jar but for those that only another Java version would load. */
    private static List<String> classesIn(JarFile file) {
        List<String> classes = new ArrayList<>();
        for (Enumeration<JarEntry> entries = file.entries(); entries.hasMoreElements(); ) {
            String name = entries.nextElement().getName();
            if (name.endsWith(".class") && !name.startsWith("META-INF/") && !name.equals("module-info.class")) {
                classes.add(name);
            }
        }
        return classes;
    }

    /** One class stands for its jar: a jar is compiled for one Java version. */
    private static void checkVersion(Path jar, JarFile file, List<String> classes) throws IOException, PluginProblem {
        if (classes.isEmpty()) {
            return;
        }
        try (DataInputStream in = new DataInputStream(file.getInputStream(file.getJarEntry(classes.get(0))))) {
            int magic = in.readInt();
            in.readUnsignedShort();
            int java = in.readUnsignedShort() - CLASS_FILE_VERSION_OF_JAVA_0;
            if (magic != 0xCAFEBABE) {
                throw new PluginProblem(
                        classes.get(0) + " in " + jar.getFileName() + " is not a class file.",
                        "Maybe the jar was damaged: copy it again, or build it with mvn package.");
            }
            int running = Runtime.version().feature();
            if (java > running) {
                throw new PluginProblem(
                        jar.getFileName() + " needs Java " + java + ", this is Java " + running + ".",
                        "Maybe it can be compiled with --release " + running + ", or there is an older version of it.");
            }
        }
    }
}
