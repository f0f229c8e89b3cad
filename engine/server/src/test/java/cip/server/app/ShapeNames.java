package cip.server.app;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.jackson.TypeNameResolver;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Names shapes after their records, or as {@code shape-names.properties} says. No name depends on which other shapes there
 * are: whoever generates a client from the contract keeps the types of what did not change.
 */
final class ShapeNames extends TypeNameResolver {
    private final Map<String, Class<?>> classes = new HashMap<>();
    private final Set<Class<?>> records = new HashSet<>();
    private final Map<String, Set<String>> named = new TreeMap<>();
    private final Properties given = read();

    /** The class behind each name that was given. */
    Map<String, Class<?>> classes() {
        return classes;
    }

    /** Why the names cannot stay as they are; empty = they can. */
    List<String> problems() {
        Set<String> problems = new TreeSet<>();
        named.forEach((name, types) -> {
            if (types.size() > 1) {
                problems.add(types + " are both called " + name);
            }
        });
        Set<String> seen = new TreeSet<>();
        named.values().forEach(seen::addAll);
        given.stringPropertyNames().stream()
                .filter(type -> !seen.contains(type))
                .forEach(type -> problems.add(type + " is given a name, but is in no route"));
        records.stream()
                .filter(type -> type.getEnclosingClass() != null)
                .filter(type -> !given.containsKey(type.getName()))
                .filter(type -> type.getSimpleName().matches("[A-Z][a-z]*"))
                .forEach(type -> problems.add(type.getName() + " means nothing outside the class around it"));
        return List.copyOf(problems);
    }

    @Override
    protected String nameForGenericType(JavaType type, Set<Options> options) {
        String name = super.nameForGenericType(type, options);
        classes.put(name, type.getRawClass());
        return name;
    }

    @Override
    protected String getNameOfClass(Class<?> type) {
        String name = given.getProperty(type.getName(), type.getSimpleName());
        classes.putIfAbsent(name, type);
        if (type.isRecord()) {
            classes.put(name, type);
            records.add(type);
            named.computeIfAbsent(name, none -> new TreeSet<>()).add(type.getName());
        }
        return name;
    }

    private static Properties read() {
        Properties names = new Properties();
        try (InputStream file = ShapeNames.class.getResourceAsStream("shape-names.properties")) {
            names.load(Objects.requireNonNull(file));
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
