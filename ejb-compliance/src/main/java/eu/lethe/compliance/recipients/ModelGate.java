package eu.lethe.compliance.recipients;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.WARNING;

import eu.lethe.compliance.kernel.AccountId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Decides, without asking the database each time, whether an account's questions may go to the model's provider (SEED-C12). */
@ApplicationScoped
public class ModelGate {

    /** How long another node may go on after a decision is taken here. */
    static final Duration REMEMBERED = Duration.ofSeconds(10);

    private static final System.Logger LOG = System.getLogger(ModelGate.class.getName());

    private record Key(AccountId account, DeclaredModel model) {}

    private record Decision(Admission admission, Instant until) {}

    private final Map<Key, Decision> decisions = new ConcurrentHashMap<>();

    @Inject
    ModelRegister register;

    @Inject
    Clock clock;

    public Admission admit(AccountId account, DeclaredModel model) {
        var key = new Key(account, model);
        Decision known = decisions.get(key);
        Instant now = clock.instant();
        if (known != null && now.isBefore(known.until())) {
            return known.admission();
        }
        Admission admission = asked(account, model);
        if (!admission.isOpen() && (known == null || known.admission().isOpen())) {
            LOG.log(
                    WARNING,
                    "Account {0} answers without the model at {1}: {2}",
                    account,
                    model.host(),
                    admission.closed());
        }
        decisions.put(key, new Decision(admission, now.plus(REMEMBERED)));
        return admission;
    }

    private Admission asked(AccountId account, DeclaredModel model) {
        try {
            return register.admit(account, model);
        } catch (InvalidRecipient wrong) {
            LOG.log(
                    ERROR,
                    "The model at {0} is declared wrongly, {1}: {2}",
                    model.host(),
                    wrong.field(),
                    wrong.detail());
            return Admission.refused(Admission.Closed.UNDECLARED);
        }
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) RecipientsChanged change) {
        decisions.keySet().removeIf(key -> key.account().equals(change.account()));
    }
}
