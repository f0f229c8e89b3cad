package cip.server.app;

import cip.core.error.EngineException;
import io.dropwizard.configuration.ConfigurationException;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/** A start that failed for a reason the operator can mend. */
final class Refusal {
    private Refusal() {}

    /** Whether the failure is one; if so its message has been printed. */
    static boolean print(Throwable failure, PrintStream out) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            @Nullable String message = cause.getMessage();
            if (cause instanceof EngineException || cause instanceof ConfigurationException) {
                out.println(message);
                return true;
            }
        }
        return false;
    }
}
