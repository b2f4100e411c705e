package eu.lethe.widget.recipients;

import eu.lethe.compliance.kernel.ProblemMapper;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Names its resources itself: the server's own search would also find those of every other module. */
@ApplicationPath("/recipients")
public class RecipientsApi extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                AcknowledgementResource.class,
                RectificationResource.class,
                SiteRecipientsResource.class,
                ProblemMapper.class);
    }
}
