package eu.lethe.compliance.retention;

import eu.lethe.compliance.personaldata.Expiry.Anchor;
import org.jspecify.annotations.Nullable;

/**
 * How long a process keeps things, in one store or in all of them.
 *
 * @param store null for every store of the process that has no period of its own
 * @param chosen whether somebody set it; otherwise it is the default of 365 days from the person's last submission
 */
public record Policy(
        String process, @Nullable String store, RetentionPeriod period, Anchor anchor, Basis basis, boolean chosen) {

    static final RetentionPeriod DEFAULT = new RetentionPeriod(365);

    static Policy byDefault(String process) {
        return new Policy(process, null, DEFAULT, Anchor.LAST_SUBMISSION, Basis.LEGITIMATE_INTERESTS, false);
    }
}
