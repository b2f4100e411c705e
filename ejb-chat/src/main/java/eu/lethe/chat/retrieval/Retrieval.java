package eu.lethe.chat.retrieval;

import eu.lethe.compliance.kernel.AccountId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Finds passages for a question: a local embedding, one hybrid query in the index, fused and scored. */
@ApplicationScoped
public class Retrieval {

    /** @param language the language the visitor's page or browser names; a hint */
    public Findings passagesFor(AccountId account, UUID site, String language, String question, int limit) {
        throw new IllegalStateException("owner builds this");
    }
}
