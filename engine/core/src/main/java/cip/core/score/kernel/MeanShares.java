package cip.core.score.kernel;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What each input adds to the mean of several sums: the mean of what it adds to each, which is exact because Shapley values are
 * linear in what they explain (Shapley 1953, "A value for n-person games", axiom 3).
 *
 * @param parts of at least one sum
 * @param inputs names of all parts' inputs, each once
 * @param mean number slot that holds the mean
 */
public record MeanShares(List<Shares> parts, List<String> inputs, int mean) implements Shares {
    public MeanShares {
        parts = List.copyOf(parts);
        inputs = List.copyOf(inputs);
    }

    /** @return empty = of one of the parts it is not known */
    public static Optional<Shares> of(List<Optional<Shares>> parts, int mean) {
        List<Shares> known = new ArrayList<>();
        parts.forEach(part -> part.ifPresent(known::add));
        if (known.isEmpty() || known.size() < parts.size()) {
            return Optional.empty();
        }
        Set<String> inputs = new LinkedHashSet<>();
        known.forEach(part -> inputs.addAll(part.inputs()));
        return Optional.of(new MeanShares(known, List.copyOf(inputs), mean));
    }

    @Override
    public boolean sumsUpIn(int slot) {
        return slot == mean;
    }

    @Override
    public double baseline() {
        return parts.stream().mapToDouble(Shares::baseline).sum() / parts.size();
    }

    @Override
    public void explain(Block block, ExplainedRows to, int at) {
        for (Shares part : parts) {
            ExplainedRows ofPart = ExplainedRows.of(part, block.rows());
            part.explain(block, ofPart, 0);
            for (int input = 0; input < part.inputs().size(); input++) {
                double[] shares = to.shares()[inputs.indexOf(part.inputs().get(input))];
                for (int i = 0; i < block.rows(); i++) {
                    shares[at + i] += ofPart.shares()[input][i] / parts.size();
                }
            }
        }
        System.arraycopy(block.numbers[mean], 0, to.sums(), at, block.rows());
    }
}
