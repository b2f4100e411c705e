package eu.lethe.compliance.audit;

import eu.lethe.compliance.kernel.Caller;
import eu.lethe.compliance.proof.AuditSeal;
import eu.lethe.compliance.vault.KeyRing;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Runs a check over the whole log. */
@ApplicationScoped
class LogChecks {

    @Inject
    SealedLog log;

    @Inject
    SecondPlace secondPlace;

    @Inject
    KeyRing keys;

    AuditTrail.Check ofEverybody() {
        return of((UUID) null);
    }

    /** Of the caller's events; the seals are everybody's. */
    AuditTrail.Check of(Caller caller) {
        log.record(caller, AuditAction.AUDIT_CHECKED);
        return of(caller.account().value());
    }

    private AuditTrail.Check of(@Nullable UUID account) {
        // What was sealed a moment ago may not be in the copy yet; what is sealed from now on is not looked at.
        secondPlace.catchUp();
        long upTo = secondPlace.head().map(AuditSeal::of).map(AuditSeal::id).orElse(Long.MAX_VALUE);
        var lines = secondPlace.lines();
        try (var closing = lines.orElse(null)) {
            var checker = new Checker(account, new SealCopy(lines, upTo), keys.keyId());
            SealedLog.Page page = log.page(account, 0, upTo);
            while (!page.seals().isEmpty()) {
                checker.take(page);
                page = log.page(
                        account, page.seals().get(page.seals().size() - 1).id(), upTo);
            }
            return checker.finish(log.unsealed(account, checker.lastSealed()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
