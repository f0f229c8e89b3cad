package cip.server.audiences;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The base audiences are chosen from now, and how many customers each one chooses in it. Thread-safe. */
final class LiveAudiences {
    private final Supplier<Optional<AudienceBase>> bases;
    private final Map<String, Counted> counts = new ConcurrentHashMap<>();

    private record Counted(AudienceBase base, @Nullable Integer customers) {}

    LiveAudiences(Supplier<Optional<AudienceBase>> bases) {
        this.bases = bases;
    }

    /** Empty until the first run over the whole base has finished. */
    Optional<AudienceBase> current() {
        return bases.get();
    }

    /** @throws EngineException CONFLICT when nobody has been decided yet */
    AudienceBase required() {
        return current()
                .orElseThrow(() -> new EngineException(
                        ErrorCode.CONFLICT,
                        "Nobody can be chosen: no run over the whole base has finished yet.\nMaybe import customers, then"
                                + " decide for all of them."));
    }

    /** How many customers the audience chooses; {@code null} = it speaks of what the strategy no longer knows. */
    @Nullable
    Integer customers(Audience audience, AudienceBase base) {
        Counted counted = counts.compute(
                audience.id(), (id, known) -> known != null && known.base() == base ? known : count(audience, base));
        return counted.customers();
    }

    void forget(String audienceId) {
        counts.remove(audienceId);
    }

    private static Counted count(Audience audience, AudienceBase base) {
        try {
            audience.source().require(base);
            return new Counted(base, audience.source().rows(base).cardinality());
        } catch (EngineException unknown) {
            return new Counted(base, null);
        }
    }
}
