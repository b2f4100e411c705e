package eu.lethe.compliance.kernel;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** Marks a persistent field that is not about a person: somebody thought about it and says so (SEED-C5). */
@Documented
@Retention(RUNTIME)
@Target(FIELD)
public @interface NotPersonal {}
