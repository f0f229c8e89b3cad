package cip.core.score;

import cip.core.score.CompiledField.NumberField;
import cip.core.score.kernel.MeanShares;
import cip.core.score.kernel.Program;
import cip.core.score.kernel.Required;
import cip.core.score.kernel.Shares;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dmg.pmml.DataType;
import org.dmg.pmml.MathContext;
import org.dmg.pmml.MiningFunction;
import org.dmg.pmml.Model;
import org.dmg.pmml.OutputField;
import org.dmg.pmml.PMML;
import org.dmg.pmml.True;
import org.dmg.pmml.clustering.ClusteringModel;
import org.dmg.pmml.mining.MiningModel;
import org.dmg.pmml.mining.Segment;
import org.dmg.pmml.mining.Segmentation.MultipleModelMethod;
import org.dmg.pmml.regression.RegressionModel;
import org.dmg.pmml.tree.TreeModel;
import org.jpmml.evaluator.TypeUtil;

/**
 * Writes a PMML model as a program that works out one score: trees, ensembles of trees, regressions, clusterings and chains
 * of these, with their derived fields. What it cannot write, the evaluator scores; what it wrote must be proven by
 * {@link ScoreProof} before it is used.
 */
final class ModelCompiler {
    private final PMML pmml;
    private final ProgramWriter program = new ProgramWriter();
    private final ExpressionCompiler expressions;
    private final FieldNames documentNames;

    private ModelCompiler(PmmlModel model) {
        pmml = model.document();
        Mentions mentioned = Mentions.of(pmml);
        expressions = new ExpressionCompiler(program, mentioned, pmml);
        documentNames = FieldNames.of(pmml, new InputCompiler(program, model.fields(), mentioned), expressions);
    }

    /**
     * @return a program whose inputs are the model's, in their order
     * @throws Uncompilable naming what the model has that programs have not
     */
    static Program compile(PmmlModel model, ScoreReading reading) {
        ModelCompiler compiler = new ModelCompiler(model);
        Model outermost = model.outermost();
        FieldNames names = compiler.documentNames.ofOutermost(outermost);
        Prediction prediction = compiler.model(outermost, names);
        compiler.defineOutputs(outermost, prediction, names);
        return compiler.program.program(reading.compiled(prediction, names, compiler.program));
    }

    private Prediction model(Model model, FieldNames names) {
        if (!model.isScorable()) {
            throw new Uncompilable("a model that is not to be scored");
        }
        if (model instanceof TreeModel tree) {
            return new TreeEnsembleCompiler(program, pmml).tree(tree, names);
        }
        if (model instanceof RegressionModel regression) {
            return new RegressionCompiler(program, pmml).regression(regression, names);
        }
        if (model instanceof ClusteringModel clustering) {
            return new ClusteringCompiler(program).clustering(clustering, names);
        }
        if (model instanceof MiningModel ensemble) {
            MultipleModelMethod method = ensemble.requireSegmentation().requireMultipleModelMethod();
            if (method == MultipleModelMethod.MODEL_CHAIN) {
                return chain(ensemble, names);
            }
            return method == MultipleModelMethod.AVERAGE && !isOfTrees(ensemble)
                    ? average(ensemble, names)
                    : new TreeEnsembleCompiler(program, pmml).ensemble(ensemble, names);
        }
        throw new Uncompilable("the model " + model.getClass().getSimpleName());
    }

    /** One model after another, each with the outputs of those before it as fields; the last one predicts. */
    private Prediction chain(MiningModel chain, FieldNames names) {
        List<Segment> segments = chain.requireSegmentation().requireSegments();
        Prediction last = null;
        for (Segment segment : segments) {
            requireUnconditional(segment);
            if (last != null) {
                requirePresent(last);
            }
            Model model = segment.requireModel();
            FieldNames inner = names.ofInner(model, pmml);
            last = model(model, inner);
            defineOutputs(model, last, inner);
        }
        if (last == null) {
            throw new Uncompilable("a chain without models");
        }
        return last;
    }

    private static boolean isOfTrees(MiningModel ensemble) {
        return ensemble.requireSegmentation().requireSegments().stream()
                .allMatch(segment -> segment.requireModel() instanceof TreeModel);
    }

    /** The mean of what models of any kind say; a row on which one of them says nothing is left to the evaluator. */
    private Prediction average(MiningModel ensemble, FieldNames names) {
        if (ensemble.getMiningFunction() != MiningFunction.REGRESSION
                || ensemble.getMathContext() == MathContext.FLOAT) {
            throw new Uncompilable("an average of other models than trees that is no regression, or is in floats");
        }
        List<NumberField> said = new ArrayList<>();
        List<Optional<Shares>> shares = new ArrayList<>();
        for (Segment segment : ensemble.requireSegmentation().requireSegments()) {
            requireUnconditional(segment);
            Model model = segment.requireModel();
            NumberField number = model(model, names.ofInner(model, pmml)).asNumber();
            program.add(new Required(number.slot()));
            said.add(number);
            List<Optional<Shares>> ofModel = program.takeExplained();
            shares.add(
                    ofModel.size() == 1
                            ? ofModel.get(0).filter(known -> known.sumsUpIn(number.slot()))
                            : Optional.empty());
        }
        NumberField sum = said.stream()
                .reduce((one, other) -> program.combine(one, other, DataType.DOUBLE, Double::sum))
                .orElseThrow(() -> new Uncompilable("an average of nothing"));
        NumberField mean = program.map(sum, DataType.DOUBLE, x -> x / said.size());
        program.explain(MeanShares.of(shares, mean.slot()));
        TargetTreatment target = TargetTreatment.of(ensemble, pmml);
        return new Prediction.OfNumber(program.cast(
                target.changesNothing() ? mean : program.map(mean, DataType.DOUBLE, target.function()), target.type()));
    }

    /** A chain may give up when a model on the way says nothing. */
    private void requirePresent(Prediction prediction) {
        if (prediction instanceof Prediction.OfNumber number) {
            program.add(new Required(number.number().slot()));
        } else if (prediction instanceof Prediction.OfClusters clusters) {
            program.add(new Required(clusters.position().slot()));
        }
    }

    static void requireUnconditional(Segment segment) {
        if (!(segment.requirePredicate() instanceof True)) {
            throw new Uncompilable("a segment with a condition");
        }
    }

    private void defineOutputs(Model model, Prediction prediction, FieldNames names) {
        if (model.getOutput() == null) {
            return;
        }
        for (OutputField output : model.getOutput().getOutputFields()) {
            names.define(output.requireName(), () -> output(output, prediction, names));
        }
    }

    private CompiledField output(OutputField output, Prediction prediction, FieldNames names) {
        if (output.getSegmentId() != null) {
            throw new Uncompilable("the output " + output.getName() + " of an inner model");
        }
        return switch (output.getResultFeature()) {
            case PREDICTED_VALUE -> typed(output, predicted(output, prediction));
            case PROBABILITY -> typed(output, probability(output, prediction));
            case TRANSFORMED_VALUE ->
                typed(
                        output,
                        expressions.compile(output.requireExpression(), names).number(output.requireName()));
            default ->
                throw new Uncompilable("the output " + output.getResultFeature().value());
        };
    }

    private NumberField typed(OutputField output, NumberField number) {
        return output.getDataType() == null ? number : program.cast(number, output.getDataType());
    }

    private static NumberField probability(OutputField output, Prediction prediction) {
        if (prediction instanceof Prediction.OfClasses classes && output.getValue() != null) {
            return classes.probability(TypeUtil.format(output.getValue()));
        }
        throw new Uncompilable("a probability of no class");
    }

    private NumberField predicted(OutputField output, Prediction prediction) {
        if (!(prediction instanceof Prediction.OfClusters clusters)) {
            return prediction.asNumber();
        }
        if (output.getDataType() != DataType.INTEGER) {
            throw new Uncompilable("the name of a cluster as an output");
        }
        double[] numbers = clusters.ids().stream()
                .mapToDouble(id -> CompiledNumbers.of(DataType.INTEGER, id))
                .toArray();
        return program.map(
                clusters.position(),
                DataType.DOUBLE,
                position -> Double.isNaN(position) ? position : numbers[(int) position]);
    }
}
