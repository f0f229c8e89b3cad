package cip.core.score;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import cip.core.score.CompiledField.NumberField;
import cip.spi.ScoreOutput;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.dmg.pmml.DataType;
import org.dmg.pmml.MiningFunction;
import org.dmg.pmml.ResultFeature;
import org.jpmml.evaluator.Computable;
import org.jpmml.evaluator.HasEntityId;
import org.jpmml.evaluator.HasProbability;
import org.jpmml.evaluator.OutputField;
import org.jpmml.evaluator.TargetField;
import org.jpmml.evaluator.TypeUtil;
import org.jspecify.annotations.Nullable;

/**
 * Which number of a model's result is the score. An output field with the name of the score always is. Otherwise
 *
 * <ul>
 *   <li>an amount is the one predicted number;
 *   <li>a probability is that of the class 1, true, yes or y (in any case): the output field of that class, else the
 *       distribution of the target; of a regression, the predicted number;
 *   <li>a cluster is the position of the winning cluster in the file, counted from 1; of a classification, the position
 *       of the predicted category among the target's values.
 * </ul>
 *
 * A model that leaves a choice is refused, naming what it has.
 */
sealed interface ScoreReading {
    Set<String> POSITIVE = Set.of("1", "true", "yes", "y");

    /** @return the score, or NaN when the evaluator's result does not have it */
    double from(Map<String, ?> results);

    /** The same score out of a compiled prediction. @throws Uncompilable when programs do not have it */
    NumberField compiled(Prediction prediction, FieldNames names, ProgramWriter program);

    /** A number that the model puts out. @param name of the field @param isOutput whether it is an output, not the target */
    record ResultNumber(String name, boolean isOutput) implements ScoreReading {
        @Override
        public double from(Map<String, ?> results) {
            return plain(decoded(results.get(name)));
        }

        @Override
        public NumberField compiled(Prediction prediction, FieldNames names, ProgramWriter program) {
            return isOutput ? names.field(name).number(name) : prediction.asNumber();
        }
    }

    /** The probability of one class of the target. */
    record ClassProbability(String target, Object category) implements ScoreReading {
        @Override
        public double from(Map<String, ?> results) {
            return results.get(target) instanceof HasProbability distribution
                    ? plain(distribution.getProbability(category))
                    : Double.NaN;
        }

        @Override
        public NumberField compiled(Prediction prediction, FieldNames names, ProgramWriter program) {
            if (prediction instanceof Prediction.OfClasses classes) {
                return classes.probability(TypeUtil.format(category));
            }
            throw new Uncompilable("a prediction without probabilities");
        }
    }

    /** The position of the winning cluster in the file, from 1. */
    record WinningCluster(String target, List<String> ids) implements ScoreReading {
        @Override
        public double from(Map<String, ?> results) {
            return results.get(target) instanceof HasEntityId winner
                    ? positionOf(ids, winner.getEntityId())
                    : Double.NaN;
        }

        @Override
        public NumberField compiled(Prediction prediction, FieldNames names, ProgramWriter program) {
            if (prediction instanceof Prediction.OfClusters clusters) {
                return program.map(clusters.position(), DataType.DOUBLE, position -> position + 1);
            }
            throw new Uncompilable("clusters of several models");
        }
    }

    /** The position of a text among those it can be, from 1. */
    record CategoryPosition(String name, List<String> among) implements ScoreReading {
        @Override
        public double from(Map<String, ?> results) {
            Object value = decoded(results.get(name));
            return value == null ? Double.NaN : positionOf(among, value.toString());
        }

        @Override
        public NumberField compiled(Prediction prediction, FieldNames names, ProgramWriter program) {
            if (prediction instanceof Prediction.OfClusters clusters
                    && clusters.ids().equals(among)) {
                return program.map(clusters.position(), DataType.DOUBLE, position -> position + 1);
            }
            throw new Uncompilable("a category as its result");
        }
    }

    /** @throws EngineException INVALID_MODEL when the model has no such number, or more than one */
    static ScoreReading of(PmmlModel model, ScoreOutput output) {
        Optional<OutputField> named = model.outputFields()
                .filter(field -> field.getName().equals(output.name()))
                .findFirst();
        if (named.isPresent()) {
            return named(model, named.get(), output);
        }
        return switch (output.kind()) {
            case AMOUNT -> amount(model, output);
            case PROBABILITY -> probability(model, output);
            case CLUSTER -> cluster(model, output);
        };
    }

    private static ScoreReading named(PmmlModel model, OutputField field, ScoreOutput output) {
        if (field.getDataType() != DataType.STRING) {
            return new ResultNumber(field.getName(), true);
        }
        if (output.kind() == ScoreOutput.Kind.CLUSTER && !model.clusterIds().isEmpty()) {
            return new CategoryPosition(field.getName(), model.clusterIds());
        }
        throw refused(model, output, "its output field of that name is a text");
    }

    private static ScoreReading amount(PmmlModel model, ScoreOutput output) {
        if (model.evaluator().getMiningFunction() != MiningFunction.REGRESSION) {
            throw refused(model, output, "it does not predict a number");
        }
        return new ResultNumber(onlyTarget(model, output), false);
    }

    private static ScoreReading probability(PmmlModel model, ScoreOutput output) {
        if (model.evaluator().getMiningFunction() == MiningFunction.REGRESSION) {
            return new ResultNumber(onlyTarget(model, output), false);
        }
        List<OutputField> fields = model.outputFields()
                .filter(field -> field.getField().getResultFeature() == ResultFeature.PROBABILITY)
                .filter(field -> isPositive(field.getField().getValue()))
                .toList();
        if (fields.size() == 1) {
            return new ResultNumber(fields.get(0).getName(), true);
        }
        List<Object> classes = model.targetFields()
                .map(TargetField::getCategories)
                .filter(categories -> categories != null)
                .flatMap(List::stream)
                .filter(ScoreReading::isPositive)
                .toList();
        if (fields.size() > 1 || classes.size() != 1) {
            throw refused(model, output, "none of its classes is 1, true or yes, or several are");
        }
        return new ClassProbability(onlyTarget(model, output), classes.get(0));
    }

    private static ScoreReading cluster(PmmlModel model, ScoreOutput output) {
        List<String> ids = model.clusterIds();
        if (!ids.isEmpty()) {
            return new WinningCluster(model.evaluator().getTargetFields().get(0).getName(), ids);
        }
        List<TargetField> targets = model.targetFields().toList();
        if (targets.size() == 1 && targets.get(0).getCategories() != null) {
            List<String> categories =
                    targets.get(0).getCategories().stream().map(String::valueOf).toList();
            return new CategoryPosition(targets.get(0).getName(), categories);
        }
        throw refused(model, output, "it is not a clustering, and names no categories");
    }

    private static double positionOf(List<String> among, @Nullable String value) {
        int position = among.indexOf(value);
        return position < 0 ? Double.NaN : position + 1;
    }

    private static @Nullable Object decoded(@Nullable Object value) {
        return value instanceof Computable computable ? computable.getResult() : value;
    }

    /** Adding 0.0 turns -0.0 into 0.0, which conditions would tell apart. */
    private static double plain(@Nullable Object value) {
        if (value instanceof Number number) {
            return number.doubleValue() + 0.0;
        }
        return Double.NaN;
    }

    private static boolean isPositive(@Nullable Object category) {
        return category != null && POSITIVE.contains(category.toString().toLowerCase(Locale.ROOT));
    }

    private static String onlyTarget(PmmlModel model, ScoreOutput output) {
        List<TargetField> targets = List.copyOf(model.evaluator().getTargetFields());
        if (targets.size() != 1) {
            throw refused(model, output, "it predicts " + targets.size() + " fields");
        }
        return targets.get(0).getName();
    }

    private static EngineException refused(PmmlModel model, ScoreOutput output, String because) {
        String fields = model.resultFields()
                .map(field -> String.valueOf(field.getName()))
                .collect(Collectors.joining(", "));
        return new EngineException(
                ErrorCode.INVALID_MODEL,
                "The model does not say which of its results is the "
                        + output.kind().name().toLowerCase(Locale.ROOT)
                        + " " + output.name() + ": " + because + ". Its results: " + Quoted.of(fields, 300)
                        + ".\nMaybe it should have an output field named " + output.name() + ".");
    }
}
