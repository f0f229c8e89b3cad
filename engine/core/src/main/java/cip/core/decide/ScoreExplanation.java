package cip.core.decide;

import cip.core.rule.CustomerWords;
import cip.core.score.Attribution;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Why a score is what it is for one customer.
 *
 * @param score name of the score
 * @param label as people read it
 * @param scale on which baseline and parts add up to the score
 * @param baseline what the model says on average over its training rows, on the scale; of a distance, 0
 * @param baselineScore the same as a score; of a distance, the score that was next
 * @param parts what each input adds, the largest first, whatever its sign
 * @param sentence the same in words
 */
public record ScoreExplanation(
        String score,
        String label,
        Attribution.Scale scale,
        double baseline,
        double baselineScore,
        List<Part> parts,
        String sentence) {
    private static final int NAMED = 3;
    /** An input that adds less than this share of the largest is not worth a word. */
    private static final double WORTH_NAMING = 0.1;

    public ScoreExplanation {
        parts = List.copyOf(parts);
    }

    /**
     * @param value what the customer has, in words
     * @param amount on the scale; above 0 raises the score
     */
    public record Part(String input, String label, String value, double amount) {
        String inWords() {
            return label + " (" + value + ")";
        }
    }

    /** @param words of the customers, of whose terms scores are some */
    static ScoreExplanation of(Attribution attribution, CustomerWords words, int row) {
        List<Part> parts = attribution.shares().stream()
                .map(share -> new Part(
                        share.input(), words.label(share.input()), words.value(share.input(), row), share.amount()))
                .sorted(Comparator.comparingDouble((Part part) -> -Math.abs(part.amount())))
                .toList();
        double enough = parts.stream()
                        .mapToDouble(part -> Math.abs(part.amount()))
                        .max()
                        .orElse(0)
                * WORTH_NAMING;
        String label = words.label(attribution.score());
        double baselineScore = attribution.baselineScore();
        String value = words.value(attribution.score(), row);
        String otherValue = words.value(attribution.score(), baselineScore);
        Stream<Part> raising = parts.stream().filter(part -> part.amount() > enough);
        Stream<Part> lowering = parts.stream().filter(part -> part.amount() < -enough);
        String sentence = attribution.scale() == Attribution.Scale.DISTANCE
                ? label + " is " + value + " rather than " + otherValue + "." + named(" For it speak most ", raising)
                        + named(" Against it speak most ", lowering)
                : label + " is " + value + "; on average it is " + otherValue + "."
                        + named(" Raised most by ", raising)
                        + named(" Lowered most by ", lowering);
        return new ScoreExplanation(
                attribution.score(),
                label,
                attribution.scale(),
                attribution.baseline(),
                baselineScore,
                parts,
                sentence);
    }

    private static String named(String verb, Stream<Part> parts) {
        String names = parts.limit(NAMED).map(Part::inWords).collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : verb + names + ".";
    }
}
