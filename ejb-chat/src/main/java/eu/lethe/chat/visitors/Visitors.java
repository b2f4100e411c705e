package eu.lethe.chat.visitors;

import eu.lethe.chat.sites.PublishedSite;
import eu.lethe.compliance.kernel.Subject;
import jakarta.ejb.Stateless;

/** Visitors of sites. */
@Stateless
public class Visitors {

    /** A new visitor, at the first message. */
    public Subject welcome(PublishedSite site, String language) {
        throw new IllegalStateException("owner builds this");
    }
}
