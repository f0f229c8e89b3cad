package cip.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ApiTest {
    private static final Path COMMITTED = Path.of("api.txt");
    private static final Path CLASSES = Path.of("target", "classes");

    @Test
    void publicSurfaceIsTheOneReviewed() throws IOException {
        Path now = Path.of("target", "api.txt");
        Files.write(now, surface());
        assertThat(now)
                .as(
                        "What plugins compile against changed. If that is meant, copy engine/spi/%s to engine/spi/%s.",
                        now, COMMITTED)
                .hasSameTextualContentAs(COMMITTED);
    }

    private static List<String> surface() throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.walk(CLASSES)) {
            List<String> names = files.map(
                            file -> CLASSES.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.endsWith(".class") && !name.endsWith("package-info.class"))
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .sorted()
                    .toList();
            for (String name : names) {
                describe(type(name), lines);
            }
        }
        return lines;
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void describe(Class<?> type, List<String> lines) {
        if (!Modifier.isPublic(type.getModifiers())) {
            return;
        }
        lines.add(type.toGenericString());
        Stream<String> fields = Arrays.stream(type.getDeclaredFields())
                .filter(field -> isOffered(field.getModifiers(), field.isSynthetic()))
                .map(Field::toGenericString);
        Stream<String> executables = Stream.concat(
                        Arrays.stream(type.getDeclaredConstructors()), Arrays.stream(type.getDeclaredMethods()))
                .filter(executable -> isOffered(executable.getModifiers(), executable.isSynthetic()))
                .map(ApiTest::signature);
        Stream.concat(fields, executables).sorted().map(line -> "    " + line).forEach(lines::add);
    }

    private static boolean isOffered(int modifiers, boolean synthetic) {
        return !synthetic && (Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers));
    }

    private static String signature(Executable executable) {
        String parameters = Arrays.stream(executable.getGenericParameterTypes())
                .map(Type::getTypeName)
                .collect(Collectors.joining(", ", "(", ")"));
        String modifiers = executable instanceof Method method && method.isDefault()
                ? "default"
                : Modifier.toString(executable.getModifiers() & ~Modifier.TRANSIENT);
        String result = executable instanceof Method method
                ? method.getGenericReturnType().getTypeName() + " " + method.getName()
                : "new";
        return modifiers + " " + result + parameters;
    }
}
