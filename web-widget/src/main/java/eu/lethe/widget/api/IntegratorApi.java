package eu.lethe.widget.api;

import eu.lethe.compliance.kernel.ProblemMapper;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Names its resources itself: the server's own search would also find those of every other module. */
@ApplicationPath("/api/v1")
public class IntegratorApi extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                ConversationsResource.class,
                SubjectsResource.class,
                ErasuresResource.class,
                RequestsResource.class,
                RecipientsResource.class,
                DisclosuresResource.class,
                Contract.class,
                ProblemMapper.class,
                UnservedMapper.class);
    }
}
