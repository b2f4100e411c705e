package eu.lethe.chat.sites;

import eu.lethe.compliance.kernel.Caller;
import java.util.UUID;

/** What hangs on a site and goes with it: knowledge, visitors. Components above implement it; removal asks each of them. */
public interface SiteContent {

    /** Removes everything of the site, in the caller's transaction. */
    void removeFrom(Caller caller, UUID site);
}
