package cip.core.rule;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.spi.FeatureMatrix;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kie.api.KieBase;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieSession;

/**
 * Named conditions that the operator wrote in {@code .drl} files, usable in conditions by their name. Only Drools decides
 * them. Immutable; safe to share between threads.
 */
public final class Guardrails {
    private static final Guardrails NONE = new Guardrails(Map.of(), null);
    private static final int SESSION_ROWS = 1_000;
    private static final int TRIAL_CUSTOMERS = 200;

    private final Map<String, Guardrail> guardrails;
    private final @Nullable KieBase base;

    private Guardrails(Map<String, Guardrail> guardrails, @Nullable KieBase base) {
        this.guardrails = Collections.unmodifiableMap(guardrails);
        this.base = base;
    }

    public static Guardrails none() {
        return NONE;
    }

    /**
     * Compiles guardrail files given by name and tries each guardrail on generated customers.
     *
     * @throws EngineException INVALID_CONFIGURATION naming file and line of everything that is wrong
     */
    public static Guardrails compile(Map<String, String> files, Vocabulary vocabulary) {
        if (files.isEmpty()) {
            return NONE;
        }
        List<String> problems = new ArrayList<>();
        Map<String, Guardrail> guardrails = new LinkedHashMap<>();
        files.forEach((name, text) -> {
            GuardrailFile file = new GuardrailFile(name, vocabulary);
            file.read(text);
            problems.addAll(file.problems());
            for (Guardrail guardrail : file.guardrails()) {
                Guardrail other = guardrails.putIfAbsent(guardrail.name(), guardrail);
                if (other != null && !other.file().equals(name)) {
                    problems.add(name + ", line " + guardrail.line() + ": The rule " + guardrail.name() + " stands in "
                            + other.file() + " too.");
                }
            }
        });
        if (!problems.isEmpty()) {
            throw new EngineException(ErrorCode.INVALID_CONFIGURATION, String.join("\n", problems));
        }
        Guardrails loaded = new Guardrails(guardrails, GuardrailCompiler.compile(files));
        loaded.tryOut(vocabulary);
        return loaded;
    }

    /** The names in files that were compiled before, read and no more. @param files their texts */
    public static Set<String> namesIn(Collection<String> files) {
        Set<String> names = new TreeSet<>();
        files.forEach(drl -> names.addAll(GuardrailFile.names(drl)));
        return names;
    }

    public Collection<Guardrail> all() {
        return guardrails.values();
    }

    public Set<String> names() {
        return guardrails.keySet();
    }

    /** For each of the named guardrails the rows it holds for; runs Drools only when there are names. */
    Map<String, BitSet> matching(FeatureMatrix terms, Collection<String> names) {
        if (names.isEmpty()) {
            return Map.of();
        }
        Map<String, BitSet> held = new HashMap<>();
        for (String name : names) {
            requireTerms(name, terms);
            held.put(name, new BitSet(terms.rows()));
        }
        if (base == null) {
            return held;
        }
        for (int from = 0; from < terms.rows(); from += SESSION_ROWS) {
            run(base, terms, from, Math.min(terms.rows(), from + SESSION_ROWS), held);
        }
        return held;
    }

    private void requireTerms(String name, FeatureMatrix terms) {
        Guardrail guardrail = guardrails.get(name);
        List<String> unknown = guardrail == null
                ? List.of()
                : guardrail.terms().stream()
                        .filter(term -> !terms.has(term))
                        .sorted()
                        .toList();
        if (guardrail == null || !unknown.isEmpty()) {
            throw new EngineException(
                    ErrorCode.INVALID_STRATEGY,
                    "The guardrail " + name + " is used where " + (guardrail == null ? "it is" : unknown + " are")
                            + " not known."
                            + "\nMaybe a segment rule uses a guardrail that asks for the segment.");
        }
    }

    private void run(KieBase rules, FeatureMatrix terms, int from, int to, Map<String, BitSet> held) {
        KieSession session = rules.newKieSession();
        try {
            session.addEventListener(new DefaultAgendaEventListener() {
                @Override
                public void afterMatchFired(AfterMatchFiredEvent event) {
                    Customer customer = (Customer) event.getMatch().getObjects().get(0);
                    BitSet rows = held.get(event.getMatch().getRule().getName());
                    if (rows != null) {
                        rows.set(customer.row());
                    }
                }
            });
            for (int row = from; row < to; row++) {
                session.insert(new Customer(terms, row));
            }
            session.fireAllRules((to - from) * guardrails.size());
        } finally {
            session.dispose();
        }
    }

    private void tryOut(Vocabulary vocabulary) {
        FeatureMatrix customers = BoundaryCustomers.generate(vocabulary, List.of(), 1, TRIAL_CUSTOMERS);
        try {
            matching(customers, names());
        } catch (RuntimeException e) {
            String message = String.valueOf(e.getMessage());
            String place = guardrails.values().stream()
                    .filter(guardrail -> message.contains("Rule \"" + guardrail.name() + "\""))
                    .map(guardrail -> guardrail.file() + ", line " + guardrail.line() + ": ")
                    .collect(Collectors.joining());
            throw new EngineException(
                    ErrorCode.INVALID_CONFIGURATION,
                    place + "The guardrail fails on a generated customer: " + message
                            + "\nMaybe it calculates with a value that is missing; ask first whether it is != null.",
                    e);
        }
    }
}
