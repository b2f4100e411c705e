package eu.lethe.compliance.accounts;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;
import static java.lang.System.Logger.Level.WARNING;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.Problem;
import eu.lethe.compliance.vault.KeyRing;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What has to be there before anybody can log in. Whoever seeds more asks this bean for the account and so comes after it. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Setup {

    private static final System.Logger LOG = System.getLogger(Setup.class.getName());

    @Inject
    @ConfigProperty(name = "lethe.owner.email")
    Optional<String> email;

    @Inject
    @ConfigProperty(name = "lethe.owner.password")
    Optional<String> password;

    @Inject
    FirstOwner firstOwner;

    @Inject
    Accounts accounts;

    @Inject
    KeyRing keys;

    @PostConstruct
    void prepare() {
        // Opens the key store now, so that its trouble is in the log before the first visitor meets it.
        keys.ready();
        if (!firstOwner.isMissing()) {
            return;
        }
        if (email.isEmpty() || password.isEmpty()) {
            LOG.log(WARNING, "Nobody can log in: set lethe.owner.email and lethe.owner.password and start again.");
            return;
        }
        try {
            firstOwner
                    .create(email.get(), password.get())
                    .ifPresent(account -> LOG.log(INFO, "Account {0} made, with its first owner", account));
        } catch (Problem refused) {
            LOG.log(ERROR, "The first owner was refused, lethe.owner.*: {0}", refused.detail());
        }
    }

    /** The account made first, if there is any. */
    public Optional<AccountId> account() {
        return accounts.first();
    }
}
