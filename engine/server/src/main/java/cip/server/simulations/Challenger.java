package cip.server.simulations;

import cip.server.models.ModelEvidence;
import cip.server.models.Promotion;
import java.util.List;

/**
 * A model that a simulated strategy has and the live one has not.
 *
 * @param promotion whether it may replace the champion
 * @param findings reasons for doubt on its card
 */
public record Challenger(
        String score,
        String label,
        String version,
        String hash,
        Promotion promotion,
        List<ModelEvidence.Finding> findings) {}
