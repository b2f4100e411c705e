package eu.lethe.compliance.reminders;

import eu.lethe.compliance.accounts.Accounts;
import eu.lethe.compliance.accounts.Members;
import eu.lethe.compliance.accounts.Members.Officer;
import eu.lethe.compliance.alerts.Alert;
import eu.lethe.compliance.alerts.Alerts;
import eu.lethe.compliance.contacts.EmailAddress;
import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.AcrossAccounts;
import eu.lethe.compliance.mail.Mailbox;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reminds the officers of an account, each in a transaction of its own. */
@Stateless
@Interceptors(AccountScope.class)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class Reminders {

    private static final Duration USEFUL = Duration.ofDays(1);

    @PersistenceContext
    EntityManager em;

    @Inject
    Accounts accounts;

    @Inject
    Members members;

    @Inject
    Alerts alerts;

    @Inject
    Mailbox mailbox;

    @Inject
    Clock clock;

    @Inject
    @ConfigProperty(name = "lethe.public-url")
    Optional<String> publicUrl;

    /** Accounts that were not reminded today. */
    @AcrossAccounts(because = "reminds every account")
    public List<AccountId> waiting() {
        List<?> rows = em.createNativeQuery("select id from compliance.account where id not in"
                        + " (select account_id from compliance.reminder where sent_on >= ?1)")
                .setParameter(1, today())
                .getResultList();
        return rows.stream().map(id -> new AccountId((UUID) id)).toList();
    }

    /** Writes to the officers if something waits for them; of several nodes only one does. */
    public void remind(AccountId account) {
        List<Alert> waiting = alerts.of(account);
        if (waiting.isEmpty() || !mailbox.isConfigured(account) || !isFirstToday(account)) {
            return;
        }
        String company = accounts.name(account);
        for (Officer officer : members.officers(account)) {
            EmailAddress.of(officer.email()).ifPresent(address -> {
                var letter = new ReminderLetter(officer.language(), company, publicUrl);
                mailbox.send(
                        account,
                        new Mailbox.Draft("reminder", null, address, letter.subject(), letter.text(waiting), USEFUL));
            });
        }
    }

    private boolean isFirstToday(AccountId account) {
        return em.createNativeQuery("insert into compliance.reminder (account_id, sent_on) values (?1, ?2)"
                                + " on conflict (account_id) do update set sent_on = excluded.sent_on"
                                + " where reminder.sent_on < excluded.sent_on")
                        .setParameter(1, account.value())
                        .setParameter(2, today())
                        .executeUpdate()
                == 1;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
