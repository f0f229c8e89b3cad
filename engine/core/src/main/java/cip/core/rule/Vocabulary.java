package cip.core.rule;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The terms that conditions may speak of, in the order in which they are shown. Unmodifiable. */
public final class Vocabulary {
    private final Map<String, Term> terms;
    private final Map<String, ValueWords> words;
    private final boolean saysPersonal;

    /** @throws IllegalArgumentException when a name occurs twice */
    public Vocabulary(List<Term> terms) {
        this(terms, true);
    }

    private Vocabulary(Collection<Term> terms, boolean saysPersonal) {
        Map<String, Term> byName = new LinkedHashMap<>();
        Map<String, ValueWords> wordsByName = new HashMap<>();
        for (Term term : terms) {
            wordsByName.put(term.name(), new ValueWords(term, saysPersonal || !term.personal()));
            if (byName.put(term.name(), term) != null) {
                throw new IllegalArgumentException("The term " + term.name() + " occurs twice in the vocabulary.");
            }
        }
        this.terms = Collections.unmodifiableMap(byName);
        this.words = wordsByName;
        this.saysPersonal = saysPersonal;
    }

    /** The same terms; in its words {@value Term#MASK} stands for whatever personal value a customer has. */
    public Vocabulary withoutPersonal() {
        return new Vocabulary(terms.values(), false);
    }

    public Collection<Term> terms() {
        return terms.values();
    }

    public Optional<Term> term(String name) {
        return Optional.ofNullable(terms.get(name));
    }

    /** The term's label; of an unknown term its name. */
    public String label(String name) {
        return termOrUnknown(name).label();
    }

    /** A number of this term in words, no matter whose it is. */
    public String value(String name, double number) {
        return words(name).rounded(number);
    }

    /** How values of the term are said. */
    ValueWords words(String name) {
        ValueWords known = words.get(name);
        return known != null ? known : new ValueWords(termOrUnknown(name));
    }

    /** The term, or one that shows an unknown name as it is. */
    Term termOrUnknown(String name) {
        Term term = terms.get(name);
        return term != null ? term : Term.text("unknown", name, List.of(), Term.Origin.ATTRIBUTE);
    }

    /** The end of a message about an unknown term: a line that names the nearest known one, or nothing. */
    String hint(String unknown) {
        return Nearest.hint(unknown, terms.keySet());
    }

    /** These terms followed by others. */
    public Vocabulary with(List<Term> others) {
        return new Vocabulary(
                Stream.concat(terms.values().stream(), others.stream()).toList(), saysPersonal);
    }
}
