package eu.lethe.compliance.kernel;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Marks a persistent field that is about a person, says what it is and what it is kept for (SEED-C5, Art. 30(1)(c) GDPR).
 * A component with such a field has a {@code PersonalDataStore}, or the build fails.
 */
@Documented
@Retention(RUNTIME)
@Target(FIELD)
public @interface PersonalData {

    Category category();

    Purpose purpose();

    /** Whether the column holds only ciphertext under the subject's key. */
    boolean sealed() default false;

    /** Categories of the processing agreements (SEED-C5: 3.2), in their order. */
    enum Category {
        CONTACT,
        COMMUNICATION,
        IDENTIFIER,
        BEHAVIOUR,
        SYSTEM_METADATA,
        CREDENTIAL
    }

    /** Why the field is kept (SEED-L2). */
    enum Purpose {
        ADVICE,
        LEAD,
        SUPPORT,
        ADMINISTRATION,
        SECURITY
    }
}
