package cip.server.app;

import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** One after the other: the second engine starts when the first has been closed. */
final class EveryEngine implements ArgumentsProvider {
    @Override
    public Stream<? extends Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
        return Stream.of(named("H2", RunningEngine::onH2), named("PostgreSQL", RunningEngine::onPostgres))
                .map(Supplier::get);
    }

    private static Supplier<Arguments> named(String product, Supplier<RunningEngine> engine) {
        return () -> Arguments.of(Named.of(product, engine.get().started()));
    }
}
