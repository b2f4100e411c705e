package eu.lethe.compliance.recipients;

import static java.lang.System.Logger.Level.INFO;

import eu.lethe.compliance.accounts.Accounts;
import eu.lethe.compliance.audit.AuditAction;
import eu.lethe.compliance.audit.AuditLog;
import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.personaldata.StoreSettings;
import eu.lethe.compliance.recipients.Admission.Closed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Finds the recipient that stands for the configured model, and enters it for an account that has none yet. */
@Stateless
@Interceptors(AccountScope.class)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class ModelRegister {

    /** The name under which an account turns the model's provider off. */
    static final String STORE = "model-provider";

    private static final System.Logger LOG = System.getLogger(ModelRegister.class.getName());

    @PersistenceContext
    EntityManager em;

    @Inject
    Accounts accounts;

    @Inject
    StoreSettings settings;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    public Admission admit(AccountId account, DeclaredModel model) {
        Instant now = clock.instant();
        if (!settings.isOn(account, STORE)) {
            return Admission.refused(Closed.OFF);
        }
        Optional<Closed> fault = faultOf(model);
        if (fault.isPresent()) {
            return Admission.refused(fault.get());
        }
        // Two nodes that start at once enter it one after the other.
        em.createNativeQuery("select cast(pg_advisory_xact_lock(hashtextextended(?1, 0)) as text)")
                .setParameter(1, account + " " + model.host())
                .getResultList();
        Recipient recipient = find(account, model.host())
                .map(known -> updated(known, account, model, now))
                .orElseGet(() -> entered(account, model, now));
        return switch (recipient.stateAt(now)) {
            case ACTIVE -> open(recipient);
            case ANNOUNCED -> Admission.refused(Closed.ANNOUNCED);
            case DRAFT, ENDED -> Admission.refused(Closed.NOT_A_RECIPIENT);
        };
    }

    private static Optional<Closed> faultOf(DeclaredModel model) {
        if (model.mechanism() == Mechanism.OWN_PREMISES || RecipientRules.isInTheEea(model.country())) {
            return Optional.empty();
        }
        if (model.country() == null) {
            return Optional.of(Closed.UNDECLARED);
        }
        boolean lawful = model.mechanism() != null && model.mechanism() != Mechanism.EEA;
        return lawful ? Optional.empty() : Optional.of(Closed.NO_MECHANISM);
    }

    private Optional<Recipient> find(AccountId account, String host) {
        return em.createNamedQuery("Recipient.byHost", Recipient.class)
                .setParameter("account", account.value())
                .setParameter("host", host)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    // What a member of the account entered or ended is theirs to change, not the configuration's.
    private Recipient updated(Recipient known, AccountId account, DeclaredModel model, Instant now) {
        RecipientDetails details = detailsOf(model);
        boolean ours = known.isByOperator() && known.stateAt(now) != RecipientState.ENDED;
        if (ours && !details.equals(known.details())) {
            known.declareAnew(details, startsAtOnce(model), now);
            audit.recordOwn(account, AuditAction.RECIPIENT_CHANGED, known.id());
        }
        return known;
    }

    private Recipient entered(AccountId account, DeclaredModel model, Instant now) {
        var recipient = Recipient.declared(account, detailsOf(model), now);
        recipient.begin(startsAtOnce(model), now);
        em.persist(recipient);
        em.flush();
        audit.recordOwn(account, AuditAction.RECIPIENT_ADDED, recipient.id());
        LOG.log(INFO, "The model at {0} is now a recipient of account {1}", model.host(), account);
        return recipient;
    }

    // Who runs an installation for themselves decides by configuring it; other people's accounts get their notice
    // period.
    private boolean startsAtOnce(DeclaredModel model) {
        return model.mechanism() == Mechanism.OWN_PREMISES || accounts.isOnlyOne();
    }

    private static RecipientDetails detailsOf(DeclaredModel model) {
        Mechanism declared = model.mechanism();
        return RecipientRules.lawful(new RecipientDetails(
                model.name(),
                RecipientCategory.MODEL_PROVIDER,
                model.address(),
                model.contact(),
                model.country(),
                declared == null ? Mechanism.EEA : declared,
                model.retentionDays(),
                model.host(),
                null));
    }

    private static Admission open(Recipient recipient) {
        RecipientDetails details = recipient.details();
        Integer days = details.retentionDays();
        return new Admission(recipient.id(), details.country(), days == null ? 0 : days, null);
    }
}
