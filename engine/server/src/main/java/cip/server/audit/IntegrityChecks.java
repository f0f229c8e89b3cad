package cip.server.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/** What features know must always hold of their tables, such as no child without its parent. */
public final class IntegrityChecks {
    private final List<Check> checks = new CopyOnWriteArrayList<>();

    /**
     * @param name as shown, e.g. {@code every export has its file}
     * @param violations how often it does not hold now
     */
    public void add(String name, Supplier<Long> violations) {
        checks.add(new Check(name, violations));
    }

    /** Runs them all: violations by name, in the order in which the checks were added. */
    Map<String, Long> run() {
        Map<String, Long> violations = new LinkedHashMap<>();
        checks.forEach(check -> violations.put(check.name(), check.violations().get()));
        return violations;
    }

    private record Check(String name, Supplier<Long> violations) {}
}
