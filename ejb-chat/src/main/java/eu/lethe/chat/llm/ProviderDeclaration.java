package eu.lethe.chat.llm;

import eu.lethe.compliance.recipients.DeclaredModel;
import eu.lethe.compliance.recipients.Mechanism;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * What the operator says about whoever runs the model. Nothing needs to be said about a model on this machine; of any other at
 * least the country, for without it nobody could say where visitors' questions go.
 */
@ApplicationScoped
class ProviderDeclaration {

    // Providers that say nothing else keep requests for a month, to look for abuse.
    private static final int USUAL_DAYS = 30;

    @Inject
    @ConfigProperty(name = "lethe.llm.provider-name")
    private Optional<String> name;

    @Inject
    @ConfigProperty(name = "lethe.llm.provider-address")
    private Optional<String> address;

    @Inject
    @ConfigProperty(name = "lethe.llm.provider-contact")
    private Optional<String> contact;

    @Inject
    @ConfigProperty(name = "lethe.llm.country")
    private Optional<String> country;

    @Inject
    @ConfigProperty(name = "lethe.llm.transfer-mechanism")
    private Optional<Mechanism> mechanism;

    @Inject
    @ConfigProperty(name = "lethe.llm.retention-days")
    private Optional<Integer> retentionDays;

    DeclaredModel of(String host) {
        boolean own = country.isEmpty()
                ? isThisMachine(host)
                : mechanism.filter(Mechanism.OWN_PREMISES::equals).isPresent();
        return new DeclaredModel(
                host,
                name.orElse(host),
                address.orElse(null),
                contact.orElse(null),
                country.map(letters -> letters.strip().toUpperCase(Locale.ROOT)).orElse(null),
                own ? Mechanism.OWN_PREMISES : mechanismOrNull(),
                retentionDays.orElse(own ? 0 : USUAL_DAYS));
    }

    private @Nullable Mechanism mechanismOrNull() {
        return mechanism.orElse(null);
    }

    static boolean isThisMachine(String host) {
        return host.equals("localhost") || host.matches("127(\\.\\d{1,3}){3}") || host.equals("[::1]");
    }
}
