package eu.lethe.chat.demo;

import static java.lang.System.Logger.Level.INFO;

import eu.lethe.chat.knowledge.KnowledgeBase;
import eu.lethe.chat.sites.Look;
import eu.lethe.chat.sites.SiteSettings;
import eu.lethe.chat.sites.Sites;
import eu.lethe.compliance.accounts.Accounts;
import eu.lethe.compliance.accounts.Setup;
import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.Caller;
import eu.lethe.compliance.kernel.Role;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Makes the demo's site once, if {@code lethe.demo.origin} says where its page is. */
@Singleton
@Startup
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Demo {

    /** The site's key in the demo page's script tag. */
    static final String KEY = "demo";

    private static final System.Logger LOG = System.getLogger(Demo.class.getName());
    private static final long SOON = 500;
    private static final UUID LETHE_ITSELF = new UUID(0, 0);

    @Inject
    @ConfigProperty(name = "lethe.demo.origin")
    private Optional<String> origin;

    @Inject
    private Setup setup;

    @Inject
    private Accounts accounts;

    @Inject
    private Sites sites;

    @Inject
    private KnowledgeBase knowledge;

    @Resource
    private TimerService timers;

    // Off the deployment's thread: a demo that cannot be made must not keep the application from starting.
    @PostConstruct
    void plan() {
        if (origin.isPresent()) {
            timers.createSingleActionTimer(SOON, new TimerConfig(null, false));
        }
    }

    @Timeout
    void make() {
        if (sites.published(KEY).isEmpty()) {
            setup.account().ifPresent(account -> make(account, origin.orElseThrow()));
        }
    }

    private void make(AccountId account, String page) {
        var caller = new Caller(account, LETHE_ITSELF, Set.of(Role.OWNER));
        var site = sites.add(
                caller,
                KEY,
                new SiteSettings(
                        "Lethe",
                        List.of(page),
                        List.of("en", "de", "fi"),
                        "Lethe assistant",
                        null,
                        List.of(
                                "Where are messages stored?",
                                "How do I embed the widget?",
                                "What happens when I delete a conversation?"),
                        null,
                        page,
                        Look.DEFAULT));
        knowledge.addWebsite(caller, site.id(), new KnowledgeBase.Website(page + "/sitemap.xml", true, 50, "en"));
        accounts.finishSetUp(caller);
        LOG.log(INFO, "Demo site {0} made", site.id());
    }
}
