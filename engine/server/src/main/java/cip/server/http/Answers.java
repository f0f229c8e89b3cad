package cip.server.http;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a route answers whose Java type does not say it; the description of the routes is made from it. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Answers {
    /** The status of success. */
    int status() default 200;

    /** The type of the body; void = none, or not JSON. */
    Class<?> body() default void.class;
}
