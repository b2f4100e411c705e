package eu.lethe.compliance.vault;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.Subject;
import java.util.UUID;

/** Names the two keys an erasure owns itself, by its own id: the person's are gone when it begins. */
public final class ErasureKeys {

    private static final int REMEMBERED = 1;
    private static final int HELD = 2;

    private ErasureKeys() {}

    /** Opens what the erasure must remember; destroyed with the certificate. */
    public static Subject ofJob(AccountId account, UUID job) {
        return new Subject(account, job, REMEMBERED);
    }

    /** Opens what a legal hold keeps of the person; destroyed when nothing is held any more. */
    public static Subject ofHold(AccountId account, UUID job) {
        return new Subject(account, job, HELD);
    }
}
