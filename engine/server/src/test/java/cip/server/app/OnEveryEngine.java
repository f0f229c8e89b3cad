package cip.server.app;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * Runs a test class once with the whole product on H2 and once with it on PostgreSQL, each time with an empty database. The
 * class takes it in its constructor: {@code RealCustomersHttpTest(RunningEngine engine)}. Its tests share it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedClass(name = "{0}")
@ArgumentsSource(EveryEngine.class)
public @interface OnEveryEngine {}
