package eu.lethe.dashboard.pages;

import eu.lethe.chat.sites.Sites;
import eu.lethe.dashboard.frame.SignedIn;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The websites of the account. */
@Named
@RequestScoped
public class SitesPage {

    @Inject
    private SignedIn signedIn;

    @Inject
    private Sites sites;

    private List<Sites.SiteView> all = List.of();

    public void load() {
        all = sites.all(signedIn.caller());
    }

    public List<Sites.SiteView> all() {
        return all;
    }
}
