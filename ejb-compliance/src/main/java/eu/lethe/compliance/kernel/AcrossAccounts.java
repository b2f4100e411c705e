package eu.lethe.compliance.kernel;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Lets one method of a boundary see the rows of every account, because it does not know the account yet (a login, a site's
 * public key) or works for all of them (a sweep). Rare, and easy to list for an auditor.
 */
@Documented
@Retention(RUNTIME)
@Target(METHOD)
public @interface AcrossAccounts {

    /** Why this method cannot name an account. */
    String because();
}
