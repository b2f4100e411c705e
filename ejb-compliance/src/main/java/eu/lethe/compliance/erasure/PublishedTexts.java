package eu.lethe.compliance.erasure;

import eu.lethe.compliance.kernel.AccountId;
import java.util.Set;

/**
 * What an account itself publishes. Whoever repeats it, be it a question that was suggested or a number from a page, is not
 * recognised by it. The components above that publish something implement it.
 */
public interface PublishedTexts {

    /** Those of these words that stand there. */
    Set<String> among(AccountId account, Set<String> words);
}
