package eu.lethe.dashboard.pages;

import eu.lethe.chat.sites.Sites;
import eu.lethe.compliance.kernel.Role;
import eu.lethe.dashboard.frame.Feedback;
import eu.lethe.dashboard.frame.Links;
import eu.lethe.dashboard.frame.PageNotFound;
import eu.lethe.dashboard.frame.SignedIn;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** One site: what it is, who may embed it, how it looks; or a new one where the address names none. */
@Named
@ViewScoped
public class SitePage implements Serializable {

    @Inject
    private SignedIn signedIn;

    @Inject
    private Sites sites;

    @Inject
    private Feedback feedback;

    @Inject
    private Links links;

    private @Nullable String id;
    private @Nullable String key;
    private String savedName = "";
    private String typedName = "";
    private SiteForm form = new SiteForm();

    public void load() {
        if (id == null) {
            signedIn.caller().mustBeAny(Role.ADMIN);
            return;
        }
        var site = sites.site(signedIn.caller(), PageNotFound.orId(id));
        key = site.key();
        savedName = site.settings().name();
        form = SiteForm.of(site.settings());
    }

    public void save() {
        if (id == null) {
            feedback.attempt(this::add);
        } else if (feedback.attempt(() -> sites.change(signedIn.caller(), PageNotFound.orId(id), form.settings()))) {
            load();
            feedback.done("site.saved");
        }
    }

    private void add() {
        var added = sites.add(signedIn.caller(), form.settings());
        feedback.done("site.added", added.settings().name());
        links.open("/site?id=" + added.id());
    }

    /** Removes the site if its name was typed as it is: nobody loses a site to a slip of the hand. */
    public void remove() {
        if (!typedName.strip().equals(savedName)) {
            feedback.refuse("typedName", "site.remove.name-differs");
            return;
        }
        if (feedback.attempt(() -> sites.remove(signedIn.caller(), PageNotFound.orId(id)))) {
            feedback.done("site.removed", savedName);
            links.open("/sites");
        }
    }

    public boolean isFresh() {
        return id == null;
    }

    public @Nullable String key() {
        return key;
    }

    public String savedName() {
        return savedName;
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }

    public SiteForm getForm() {
        return form;
    }

    public String getTypedName() {
        return typedName;
    }

    public void setTypedName(@Nullable String typedName) {
        this.typedName = typedName == null ? "" : typedName;
    }
}
