package eu.lethe.compliance.retention;

import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.Caller;
import jakarta.ejb.Stateless;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The sweeps of an account: those that were, and the next. */
@Stateless
@Interceptors(AccountScope.class)
public class RetentionSweeps {

    /**
     * @param people how many people were forgotten whole
     * @param handedOver how many people were given to an erasure of their own, because something of theirs is held
     * @param failed how many people could not be forgotten and are tried again with the next sweep
     */
    public record Sweep(
            UUID id,
            Instant startedAt,
            @Nullable Instant endedAt,
            long rows,
            long people,
            long handedOver,
            long failed) {}

    @PersistenceContext
    EntityManager em;

    /** The newest first. */
    public List<Sweep> list(Caller caller) {
        throw new UnsupportedOperationException();
    }

    /** When the next one begins; at most an hour ahead. */
    public Instant next(Caller caller) {
        throw new UnsupportedOperationException();
    }

    /** Lets the next one begin within seconds. */
    public void soon(Caller caller) {
        throw new UnsupportedOperationException();
    }
}
