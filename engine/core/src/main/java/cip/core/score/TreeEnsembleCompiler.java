package cip.core.score;

import cip.core.score.CompiledField.NumberField;
import cip.core.score.kernel.TreeSum;
import cip.core.score.kernel.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.dmg.pmml.DataType;
import org.dmg.pmml.MathContext;
import org.dmg.pmml.MiningFunction;
import org.dmg.pmml.PMML;
import org.dmg.pmml.ScoreDistribution;
import org.dmg.pmml.mining.MiningModel;
import org.dmg.pmml.mining.Segment;
import org.dmg.pmml.mining.Segmentation.MultipleModelMethod;
import org.dmg.pmml.tree.Node;
import org.dmg.pmml.tree.TreeModel;
import org.jpmml.evaluator.TypeUtil;

/** Compiles a tree, or the sum, average or vote of many: PMML 4.4, "TreeModel" and "Multiple Models". */
final class TreeEnsembleCompiler {
    private final ProgramWriter program;
    private final PMML pmml;

    TreeEnsembleCompiler(ProgramWriter program, PMML pmml) {
        this.program = program;
        this.pmml = pmml;
    }

    /** @param weight what its value is multiplied by @param target what it does to the number it predicts */
    private record Member(TreeModel tree, FieldNames names, double weight, TargetTreatment target) {}

    Prediction tree(TreeModel tree, FieldNames names) {
        Member member = new Member(tree, names, 1, TargetTreatment.of(tree, pmml));
        List<Member> members = List.of(member);
        if (tree.getMiningFunction() == MiningFunction.REGRESSION) {
            NumberField sum = sum(members, false, TreeEnsembleCompiler::prediction);
            return new Prediction.OfNumber(
                    new NumberField(sum.slot(), member.target().type()));
        }
        return (Prediction.OfClasses) category -> sum(members, false, (of, node) -> probability(of, node, category));
    }

    /** @throws Uncompilable when a member is no tree, or they are put together in another way */
    Prediction ensemble(MiningModel model, FieldNames names) {
        MultipleModelMethod method = model.requireSegmentation().requireMultipleModelMethod();
        boolean single = model.getMathContext() == MathContext.FLOAT;
        List<Member> members = members(model, names, single);
        double total =
                members.stream().mapToDouble(Member::weight).reduce(0, (a, b) -> single ? (float) (a + b) : a + b);
        if (model.getMiningFunction() == MiningFunction.REGRESSION) {
            NumberField sum = sum(members, single, TreeEnsembleCompiler::prediction);
            NumberField result =
                    switch (method) {
                        case SUM, WEIGHTED_SUM -> sum;
                        case AVERAGE, WEIGHTED_AVERAGE -> program.map(sum, sum.type(), x -> x / total);
                        default -> throw new Uncompilable("trees put together by " + method.value());
                    };
            TargetTreatment target = TargetTreatment.of(model, pmml);
            if (!target.changesNothing()) {
                result = program.map(result, result.type(), target.function());
            }
            return new Prediction.OfNumber(program.cast(result, target.type()));
        }
        return (Prediction.OfClasses) category -> {
            NumberField sum =
                    switch (method) {
                        case AVERAGE, WEIGHTED_AVERAGE ->
                            sum(members, single, (of, node) -> probability(of, node, category));
                        case MAJORITY_VOTE, WEIGHTED_MAJORITY_VOTE ->
                            sum(members, single, (of, node) -> vote(node, category));
                        default -> throw new Uncompilable("trees put together by " + method.value());
                    };
            return program.map(sum, sum.type(), x -> x / total);
        };
    }

    private List<Member> members(MiningModel model, FieldNames names, boolean single) {
        MultipleModelMethod method = model.requireSegmentation().requireMultipleModelMethod();
        boolean weighted =
                switch (method) {
                    case WEIGHTED_SUM, WEIGHTED_AVERAGE, WEIGHTED_MAJORITY_VOTE -> true;
                    default -> false;
                };
        List<Member> members = new ArrayList<>();
        for (Segment segment : model.requireSegmentation().requireSegments()) {
            if (!(segment.requireModel() instanceof TreeModel tree)) {
                throw new Uncompilable("an ensemble of other models than trees");
            }
            Number weight = segment.getWeight();
            ModelCompiler.requireUnconditional(segment);
            double factor = !weighted ? 1 : single ? weight.floatValue() : weight.doubleValue();
            members.add(new Member(tree, names.ofInner(tree, pmml), factor, TargetTreatment.of(tree, pmml)));
        }
        return members;
    }

    private interface LeafValue {
        /** NaN = the model says nothing there. */
        double of(Member member, Node node);
    }

    private NumberField sum(List<Member> members, boolean single, LeafValue value) {
        PredicateCompiler predicates = new PredicateCompiler();
        for (Member member : members) {
            TreeCompiler.lookAt(member.tree().requireNode(), predicates, member.names());
        }
        TreesWriter trees = new TreesWriter(program);
        for (Member member : members) {
            ToDoubleFunction<Node> weighed = node -> {
                double said = value.of(member, node);
                return single ? (float) (member.weight() * (float) said) : member.weight() * said;
            };
            new TreeCompiler(predicates, member.names(), trees, member.tree(), weighed).write();
        }
        predicates.finish(program);
        trees.finish();
        int slot = program.newNumbers();
        Trees written = trees.trees();
        program.add(new TreeSum(written, trees.values(), single, slot));
        program.explain(trees.shares(written, slot));
        return new NumberField(slot, single ? DataType.FLOAT : DataType.DOUBLE);
    }

    private static double prediction(Member member, Node node) {
        if (node.getEmbeddedModel() != null) {
            throw new Uncompilable("a model inside a tree");
        }
        if (node.getScore() == null) {
            return Double.NaN;
        }
        TargetTreatment target = member.target();
        double score = CompiledNumbers.of(target.single() ? DataType.FLOAT : DataType.DOUBLE, node.getScore());
        double value = target.apply(score);
        return switch (target.type()) {
            case FLOAT -> (float) value;
            case DOUBLE -> value;
            case INTEGER -> value == (int) value ? value : Double.NaN;
            default ->
                throw new Uncompilable("a tree that predicts " + target.type().value());
        };
    }

    /** The probability of a class at a node: as stated, or its share of the records. */
    private static double probability(Member member, Node node, String category) {
        boolean single = member.tree().getMathContext() == MathContext.FLOAT;
        if (!node.hasScoreDistributions()) {
            return Double.NaN;
        }
        boolean stated = node.getScoreDistributions().get(0).getProbability() != null;
        double sum = 0;
        double wanted = 0;
        for (ScoreDistribution part : node.getScoreDistributions()) {
            Number number = stated ? part.getProbability() : part.getRecordCount();
            if (number == null) {
                return Double.NaN;
            }
            double share = single ? number.floatValue() : number.doubleValue();
            sum = single ? (float) (sum + share) : sum + share;
            wanted = TypeUtil.format(part.requireValue()).equals(category) ? share : wanted;
        }
        return sum == 1 ? wanted : single ? (float) (wanted / sum) : wanted / sum;
    }

    private static double vote(Node node, String category) {
        if (node.getScore() != null) {
            return TypeUtil.format(node.getScore()).equals(category) ? 1 : 0;
        }
        return Double.NaN;
    }
}
