package cip.core.score;

import cip.core.error.EngineException;
import cip.core.error.ErrorCode;
import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.dmg.pmml.PMML;
import org.dmg.pmml.ResultFeature;
import org.jpmml.evaluator.LoadingModelEvaluatorBuilder;
import org.jpmml.evaluator.ModelEvaluator;
import org.jpmml.model.PMMLException;
import org.jpmml.model.filters.ImportFilter;

/** Takes a model file through the gate: markup, content, build, verification records, trial rows. */
final class PmmlReader {
    private static final Duration READING = Duration.ofSeconds(10);
    private static final Duration READING_PER_MEGABYTE = Duration.ofSeconds(1);
    private static final Duration TRYING = Duration.ofSeconds(5);

    private PmmlReader() {}

    static PmmlModel read(byte[] file) {
        Duration reading = READING.plus(READING_PER_MEGABYTE.multipliedBy(file.length / 1_000_000));
        PmmlModel model = BoundedRun.call("reading", reading, () -> build(file));
        BoundedRun.call("scoring a trial row", TRYING, () -> {
            verify(model);
            TrialRows.score(model);
            return model;
        });
        return model;
    }

    private static PmmlModel build(byte[] file) throws Exception {
        String version = PmmlGate.checkMarkup(file);
        ModelEvaluator<?> evaluator = new LoadingModelEvaluatorBuilder()
                .setFilters(List.of(new WithoutExtensions(), new ImportFilter()))
                .load(new ByteArrayInputStream(file))
                .transform(new ContentCheck())
                .setExtraResultFeatures(EnumSet.of(ResultFeature.PROBABILITY))
                .build();
        return new PmmlModel(file, version, evaluator);
    }

    private static final class ContentCheck implements org.jpmml.evaluator.PMMLTransformer<RuntimeException> {
        @Override
        public PMML apply(PMML pmml) {
            PmmlGate.checkContent(pmml);
            LinearRegex.useIn(pmml);
            return pmml;
        }
    }

    private static void verify(PmmlModel model) {
        try {
            model.evaluator().verify();
        } catch (PMMLException e) {
            throw new EngineException(
                    ErrorCode.INVALID_MODEL,
                    "The model does not reproduce the verification records in its own file: "
                            + Quoted.withoutClasses(String.valueOf(e.getMessage()))
                            + ".\nMaybe the file was edited after it was exported.",
                    e);
        }
    }
}
