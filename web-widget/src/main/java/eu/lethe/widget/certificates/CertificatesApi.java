package eu.lethe.widget.certificates;

import eu.lethe.compliance.kernel.ProblemMapper;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** Names its resources itself, as every JAX-RS application here does. */
@ApplicationPath("/certificates")
public class CertificatesApi extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(CertificateResource.class, ProblemMapper.class);
    }
}
