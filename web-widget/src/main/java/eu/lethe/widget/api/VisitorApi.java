package eu.lethe.widget.api;

import eu.lethe.compliance.kernel.ProblemMapper;
import eu.lethe.widget.privacy.CodeResource;
import eu.lethe.widget.privacy.DownloadResource;
import eu.lethe.widget.privacy.OwnRequestResource;
import eu.lethe.widget.privacy.PrivacyResource;
import eu.lethe.widget.visitors.SiteResource;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Names its resources itself: the server's own search would also find those of every other module. */
@ApplicationPath("/visitor")
public class VisitorApi extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                SiteResource.class,
                PrivacyResource.class,
                OwnRequestResource.class,
                DownloadResource.class,
                CodeResource.class,
                ProblemMapper.class);
    }
}
