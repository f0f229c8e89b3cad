package cip.server.models;

import cip.server.models.ModelEvidence.Finding;
import cip.spi.Evidence.Finding.Kind;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Findings of a card with which no figure of the model proves anything: what it reads may hold the answer. */
final class GraveDoubts {
    private GraveDoubts() {}

    /** The sentences about inputs that the model reads: one that gives the target away, or a leak that was measured. */
    static List<String> of(ModelCard card) {
        Set<String> read = card.inputs().stream().map(ModelCard.Input::name).collect(Collectors.toSet());
        return card.evidence().findings().stream()
                .filter(GraveDoubts::isGrave)
                .filter(finding -> !Collections.disjoint(finding.features(), read))
                .map(Finding::text)
                .toList();
    }

    private static boolean isGrave(Finding finding) {
        return finding.kind() == Kind.GIVEAWAY
                || (finding.kind() == Kind.TIME_LEAK && finding.text().startsWith(OutOfTime.MEASURED_LEAK));
    }
}
