package eu.lethe.dashboard.pages;

import eu.lethe.chat.knowledge.KnowledgeBase;
import eu.lethe.chat.sites.Sites;
import eu.lethe.compliance.accounts.Accounts;
import eu.lethe.compliance.accounts.Members;
import eu.lethe.compliance.kernel.Role;
import eu.lethe.dashboard.frame.Feedback;
import eu.lethe.dashboard.frame.Links;
import eu.lethe.dashboard.frame.SignedIn;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * The first run: company, own login, first site, first source, embed code. Each step is saved as it is left, so that whoever
 * comes back later goes on where the account stands.
 */
@Named
@ViewScoped
public class SetupPage implements Serializable {

    /** The steps in their order. */
    public enum Step {
        COMPANY,
        LOGIN,
        SITE,
        SOURCE,
        EMBED
    }

    @Inject
    private SignedIn signedIn;

    @Inject
    private Accounts accounts;

    @Inject
    private Members members;

    @Inject
    private Sites sites;

    @Inject
    private KnowledgeBase knowledge;

    @Inject
    private Feedback feedback;

    @Inject
    private Links links;

    private Step step = Step.COMPANY;
    private String company = "";
    private final LoginForm login = new LoginForm();
    private final SiteForm site = new SiteForm();
    private final SourceForm source = new SourceForm();
    private Sites.@Nullable SiteView added;

    public void load() {
        signedIn.caller().mustBeAny(Role.OWNER);
        if (signedIn.account().setUp()) {
            links.open("/overview");
            return;
        }
        company = signedIn.account().name();
        login.setEmail(signedIn.me().email());
        login.setName(signedIn.me().name());
        sites.all(signedIn.caller()).stream().findFirst().ifPresent(site -> added = site);
    }

    // Whoever comes back, or began with the demonstration, has a site and perhaps knowledge already.
    private Step afterLogin() {
        if (added == null) {
            return Step.SITE;
        }
        return knowledge.sources(signedIn.caller(), added.id()).isEmpty() ? Step.SOURCE : Step.EMBED;
    }

    public void saveCompany() {
        if (feedback.attempt(() -> accounts.rename(signedIn.caller(), company))) {
            step = Step.LOGIN;
        }
    }

    public void saveLogin() {
        boolean saved = feedback.attempt(() -> members.changeLogin(
                signedIn.caller(), login.getEmail(), login.getName(), login.getOldPassword(), login.getNewPassword()));
        if (saved) {
            step = afterLogin();
        }
    }

    public void saveSite() {
        if (feedback.attempt(() -> added = sites.add(signedIn.caller(), site.settings()))) {
            suggestSource();
            step = Step.SOURCE;
        }
    }

    // The website itself is most often the first thing the assistant should know.
    private void suggestSource() {
        if (source.getUrl().isBlank() && !site.getOrigins().isEmpty()) {
            source.setUrl(site.getOrigins().get(0) + "/");
        }
    }

    public void saveSource() {
        var to = added;
        if (to != null && feedback.attempt(() -> knowledge.addWebsite(signedIn.caller(), to.id(), source.website()))) {
            step = Step.EMBED;
        }
    }

    public void skipLogin() {
        step = afterLogin();
    }

    public void skipSource() {
        step = Step.EMBED;
    }

    public void finish() {
        if (feedback.attempt(() -> accounts.finishSetUp(signedIn.caller()))) {
            feedback.done("setup.finished");
            links.open("/overview");
        }
    }

    public Step step() {
        return step;
    }

    public Step[] steps() {
        return Step.values();
    }

    public @Nullable String key() {
        return added == null ? null : added.key();
    }

    public String getCompany() {
        return company;
    }

    public void setCompany(String company) {
        this.company = company;
    }

    public LoginForm getLogin() {
        return login;
    }

    public SiteForm getSite() {
        return site;
    }

    public SourceForm getSource() {
        return source;
    }
}
