package cip.server.customers;

import cip.core.customer.Attribute;
import cip.core.customer.CustomerSchema;
import cip.core.decide.Decider;
import cip.core.decide.Decision;
import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.core.rule.Condition;
import cip.core.rule.Term;
import cip.core.rule.Vocabulary;
import cip.server.http.Caller;
import cip.server.http.Role;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Who sees what identifies a person; everybody else sees {@value #MASK} in its place. */
public final class PersonalData {
    public static final String MASK = Term.MASK;

    private final Set<String> personal;
    private final Set<Role> seenBy;

    /** @param seenBy the roles one of which is needed */
    public PersonalData(CustomerSchema schema, Set<Role> seenBy) {
        this.personal = schema.attributes().stream()
                .filter(Attribute::identifiesPerson)
                .map(Attribute::name)
                .collect(Collectors.toUnmodifiableSet());
        this.seenBy = Set.copyOf(seenBy);
    }

    public boolean isSeenBy(Caller caller) {
        return caller.roles().stream().anyMatch(seenBy::contains);
    }

    /**
     * Refuses to count by what identifies persons for whoever may not see it: counting can be narrowed to one of them, and
     * hiding small counts would not help, because two large ones differ by one customer too. A guardrail may ask for anything.
     *
     * @throws EngineException NOT_ALLOWED naming what is personal
     */
    public void requireCountable(Condition condition, Vocabulary words, Caller caller) {
        if (isSeenBy(caller)) {
            return;
        }
        Optional<String> named = condition.terms().stream()
                .flatMap(name -> words.term(name).stream())
                .filter(Term::personal)
                .map(Term::label)
                .findFirst();
        boolean hidden =
                !condition.guardrails().isEmpty() && words.terms().stream().anyMatch(Term::personal);
        if (named.isPresent() || hidden) {
            throw new EngineException(
                    ErrorCode.NOT_ALLOWED,
                    named.map(label -> label + " identifies persons, which your role may not see")
                                    .orElse(
                                            "A guardrail may ask for what identifies persons, which your role may not see")
                            + ": customers are not counted by it.\nMaybe leave it out, or ask somebody who may.");
        }
    }

    /** Whether the caller sees a mask instead of the attribute's value. */
    boolean masks(Attribute attribute, @Nullable Object value, Caller caller) {
        return value != null && personal.contains(attribute.name()) && !isSeenBy(caller);
    }

    /** The vocabulary in whose words the caller is told reasons. */
    public Vocabulary words(Decider decider, Caller caller) {
        return isSeenBy(caller) ? decider.vocabulary() : decider.vocabulary().withoutPersonal();
    }

    /** The decision as the caller may see it, when its reasons are in {@link #words} for that caller. */
    public Decision shown(Decider decider, Decision decision, Caller caller) {
        return isSeenBy(caller) ? decision : decider.withoutPersonalProblems(decision);
    }
}
