package cip.server.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which versions were used as what at an instant.
 *
 * @param champions hash of the version that the live strategy pinned, by score
 * @param aliases hash of the version by alias, by score
 */
record VersionsInUse(Map<String, String> champions, Map<String, Map<ModelAlias, String>> aliases) {
    private static final String CHAMPION = "CHAMPION";

    /** What a version of a score is used as; empty = it is not in use. */
    List<String> of(String score, String hash) {
        List<String> names = new ArrayList<>();
        if (hash.equals(champions.get(score))) {
            names.add(CHAMPION);
        }
        aliases.getOrDefault(score, Map.of()).forEach((alias, used) -> {
            if (used.equals(hash)) {
                names.add(alias.name());
            }
        });
        return names;
    }

    /** Hashes of all that are in use. */
    Set<String> hashes() {
        return Stream.concat(
                        champions.values().stream(),
                        aliases.values().stream().flatMap(ofScore -> ofScore.values().stream()))
                .collect(Collectors.toUnmodifiableSet());
    }
}
