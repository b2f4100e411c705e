package eu.lethe.widget.visitors;

import eu.lethe.compliance.kernel.ProblemMapper;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Names its resources itself: the server's own search would also find those of every other module. */
@ApplicationPath("/visitor")
public class VisitorApi extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(SiteResource.class, ProblemMapper.class);
    }
}
