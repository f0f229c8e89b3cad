package cip.server.drafts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision table in words.
 *
 * @param hitPolicy what counts when several rows hold; empty = it has not the shape of a table yet
 * @param sentences one for each row; {@code null} = something is wrong with it
 * @param otherwise what customers get for whom no row holds; empty = nothing
 */
public record TableSentences(String hitPolicy, List<@Nullable String> sentences, String otherwise) {}
