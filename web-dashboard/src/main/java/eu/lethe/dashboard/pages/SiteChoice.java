package eu.lethe.dashboard.pages;

import eu.lethe.chat.sites.Sites;
import eu.lethe.chat.sites.Sites.SiteView;
import eu.lethe.dashboard.frame.PageNotFound;
import eu.lethe.dashboard.frame.SignedIn;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The site a page is about: the one its address names, else the first. */
@Named
@ViewScoped
public class SiteChoice implements Serializable {

    @Inject
    private SignedIn signedIn;

    @Inject
    private Sites sites;

    private @Nullable String id;
    private List<SiteView> all = List.of();
    private @Nullable SiteView chosen;

    public void load() {
        all = sites.all(signedIn.caller());
        if (id != null) {
            chosen = sites.site(signedIn.caller(), PageNotFound.orId(id));
        } else if (!all.isEmpty()) {
            chosen = all.get(0);
        }
    }

    public List<SiteView> all() {
        return all;
    }

    public boolean isNone() {
        return chosen == null;
    }

    public @Nullable SiteView chosen() {
        return chosen;
    }

    /** @throws PageNotFound if the account has no site yet */
    UUID site() {
        if (chosen == null) {
            throw new PageNotFound();
        }
        return chosen.id();
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }
}
