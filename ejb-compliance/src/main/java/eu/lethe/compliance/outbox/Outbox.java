package eu.lethe.compliance.outbox;

import eu.lethe.compliance.kernel.AccountId;
import jakarta.ejb.Stateless;
import java.util.UUID;

/** Keeps work for after the commit. */
@Stateless
public class Outbox {

    /** Adds an entry in the caller's transaction; it is handled soon after the commit, or never if that rolls back. */
    public void put(AccountId account, String topic, UUID entity) {
        throw new IllegalStateException("owner builds this");
    }
}
