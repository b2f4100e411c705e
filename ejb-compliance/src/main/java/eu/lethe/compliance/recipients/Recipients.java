package eu.lethe.compliance.recipients;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.Caller;
import jakarta.ejb.Stateless;
import jakarta.interceptor.Interceptors;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Sub-processors and partners of an account: who they are, where, and whether they may be given anything yet. */
@Stateless
@Interceptors(AccountScope.class)
public class Recipients {

    /** @param declaredByOperator whether the installation's configuration named them */
    public record RecipientView(
            UUID id,
            RecipientDetails details,
            RecipientState state,
            boolean declaredByOperator,
            Instant createdAt,
            @Nullable Instant announcedAt,
            @Nullable Instant activeFrom,
            @Nullable Instant endedAt) {}

    /** Everybody, past ones included, by name. */
    public List<RecipientView> list(Caller caller) {
        throw new UnsupportedOperationException();
    }

    /** Those made known, active and ended: for the public page and for a person's report. */
    public List<RecipientView> published(AccountId account) {
        throw new UnsupportedOperationException();
    }

    /** A draft: nobody is told and nothing may be sent yet. */
    public UUID add(Caller caller, RecipientDetails details) {
        throw new UnsupportedOperationException();
    }

    public void change(Caller caller, UUID recipient, RecipientDetails details) {
        throw new UnsupportedOperationException();
    }

    /** Makes a draft known: active in thirty days. */
    public void announce(Caller caller, UUID recipient) {
        throw new UnsupportedOperationException();
    }

    /** The controller agrees: active at once. */
    public void approve(Caller caller, UUID recipient) {
        throw new UnsupportedOperationException();
    }

    /** Nothing more goes there from now on; what went there is still told about erasures. */
    public void end(Caller caller, UUID recipient) {
        throw new UnsupportedOperationException();
    }
}
