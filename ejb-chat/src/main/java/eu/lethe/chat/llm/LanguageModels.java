package eu.lethe.chat.llm;

import eu.lethe.compliance.kernel.AccountId;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Which model answers for an account. */
@ApplicationScoped
public class LanguageModels {

    /** Empty when no endpoint is configured: answers are then extracted from passages. */
    public Optional<LanguageModel> forAccount(AccountId account) {
        throw new IllegalStateException("owner builds this");
    }
}
