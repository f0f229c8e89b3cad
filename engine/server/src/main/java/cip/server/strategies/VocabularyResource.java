package cip.server.strategies;

import cip.core.rule.Operator;
import cip.core.rule.Term;
import cip.server.http.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The terms that conditions can speak of under the live strategy. */
@Path("/vocabulary")
@Produces(MediaType.APPLICATION_JSON)
public final class VocabularyResource {
    private final LiveStrategy live;

    public VocabularyResource(LiveStrategy live) {
        this.live = live;
    }

    /** Every term, in the order in which they are offered. */
    public record VocabularyView(List<TermView> terms) {}

    /** @param values the only texts that occur; empty = any */
    public record TermView(
            String name,
            String label,
            Term.Type type,
            String unit,
            @Nullable Double minimum,
            @Nullable Double maximum,
            List<String> values,
            String description,
            Term.Origin origin,
            Set<Operator> operators) {
        static TermView of(Term term) {
            return new TermView(
                    term.name(),
                    term.label(),
                    term.type(),
                    term.unit(),
                    term.minimum(),
                    term.maximum(),
                    term.values(),
                    term.description(),
                    term.origin(),
                    term.operators());
        }
    }

    /** The terms that conditions may speak of. */
    @GET
    @RolesAllowed(Roles.SIGNED_IN)
    public VocabularyView vocabulary() {
        return new VocabularyView(live.snapshot().decider().vocabulary().terms().stream()
                .map(TermView::of)
                .toList());
    }
}
