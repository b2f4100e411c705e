package eu.lethe.chat.knowledge;

import eu.lethe.chat.sites.SiteContent;
import eu.lethe.compliance.kernel.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/** A site's knowledge goes with the site. */
@ApplicationScoped
public class SiteKnowledge implements SiteContent {

    @Inject
    KnowledgeBase knowledge;

    @Override
    public void removeFrom(Caller caller, UUID site) {
        knowledge.sources(caller, site).forEach(source -> knowledge.remove(caller, source.id()));
    }
}
