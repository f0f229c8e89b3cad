package cip.server.app;

import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Names shapes after their records; those that share a name are told apart by the class or package around them. Which
 * share one is known after every route was read once.
 */
final class ShapeNames extends TypeNameResolver {
    private final Map<String, Class<?>> classes = new HashMap<>();
    private final Map<String, Set<String>> sharers;

    /** The first reading, under the whole names of the classes. */
    ShapeNames() {
        this(Map.of());
    }

    private ShapeNames(Map<String, Set<String>> sharers) {
        this.sharers = sharers;
    }

    /** The second reading. */
    ShapeNames resolved() {
        Map<String, Set<String>> found = new HashMap<>();
        classes.values().forEach(type -> found.computeIfAbsent(type.getSimpleName(), name -> new TreeSet<>())
                .add(type.getName()));
        return new ShapeNames(found);
    }

    /** The class behind each name that was given. */
    Map<String, Class<?>> classes() {
        return classes;
    }

    @Override
    protected String nameForGenericType(JavaType type, Set<Options> options) {
        String name = super.nameForGenericType(type, options);
        classes.put(name, type.getRawClass());
        return name;
    }

    @Override
    protected String getNameOfClass(Class<?> type) {
        String name = name(type);
        classes.put(name, type);
        return name;
    }

    private String name(Class<?> type) {
        if (sharers.isEmpty()) {
            return type.getName();
        }
        if (sharers.getOrDefault(type.getSimpleName(), Set.of()).size() < 2) {
            return type.getSimpleName();
        }
        Class<?> around = type.getEnclosingClass();
        String word = around == null
                ? type.getPackageName().replaceAll(".*\\.", "")
                : around.getSimpleName().replaceAll("(Resource|View)$", "");
        return Character.toUpperCase(word.charAt(0)) + word.substring(1) + type.getSimpleName();
    }
}
