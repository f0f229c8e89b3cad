package cip.server.models;

import java.time.Instant;
import java.util.Optional;

/**
 * An alias given to a model version, or taken away.
 *
 * @param model hash of the version; empty = no version has the alias any more
 */
public record AliasChange(
        String score, ModelAlias alias, Optional<String> model, Instant at, String by, String reason) {}
