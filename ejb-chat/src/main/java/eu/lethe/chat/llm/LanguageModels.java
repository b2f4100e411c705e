package eu.lethe.chat.llm;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.recipients.DeclaredModel;
import eu.lethe.compliance.recipients.ModelGate;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Which model answers for an account. */
@ApplicationScoped
public class LanguageModels {

    private static final System.Logger LOG = System.getLogger(LanguageModels.class.getName());
    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final int RETRIES = 2;

    // Pools of our own on the server's threads: the default managed executor runs one thread before it queues, and an
    // HttpClient must never be refused one.
    @Resource
    private ManagedThreadFactory threads;

    @Inject
    @ConfigProperty(name = "lethe.llm.url")
    private Optional<String> url;

    @Inject
    @ConfigProperty(name = "lethe.llm.key")
    private Optional<String> key;

    @Inject
    @ConfigProperty(name = "lethe.llm.model")
    private Optional<String> model;

    @Inject
    @ConfigProperty(name = "lethe.llm.first-byte-timeout", defaultValue = "PT10S")
    private Duration firstByte;

    @Inject
    @ConfigProperty(name = "lethe.llm.idle-timeout", defaultValue = "PT10S")
    private Duration idle;

    @Inject
    @ConfigProperty(name = "lethe.llm.deadline", defaultValue = "PT60S")
    private Duration deadline;

    @Inject
    @ConfigProperty(name = "lethe.llm.max-tokens", defaultValue = "800")
    private int maxTokens;

    @Inject
    @ConfigProperty(name = "lethe.llm.temperature", defaultValue = "0.2")
    private double temperature;

    @Inject
    private ProviderDeclaration declaration;

    @Inject
    private ModelGate gate;

    @Inject
    private Clock clock;

    private @Nullable LanguageModel configured;
    private @Nullable DeclaredModel declared;
    private @Nullable ExecutorService network;
    private @Nullable ScheduledExecutorService watch;

    /** The configured model, if the account lets its visitors' questions go there; else answers are extracted from passages. */
    public ModelChoice forAccount(AccountId account) {
        LanguageModel model = configured;
        DeclaredModel provider = declared;
        return model == null || provider == null
                ? ModelChoice.none()
                : ModelChoice.of(model, gate.admit(account, provider), clock.instant());
    }

    /** Whether a model writes the answers here. */
    public boolean isConfigured() {
        return configured != null;
    }

    @PostConstruct
    void connect() {
        if (url.isEmpty()) {
            LOG.log(System.Logger.Level.INFO, "No lethe.llm.url: answers are sentences from the knowledge itself");
            return;
        }
        Optional<URI> base = baseOf(url.get());
        if (base.isEmpty() || model.isEmpty()) {
            LOG.log(
                    System.Logger.Level.ERROR,
                    base.isEmpty()
                            ? "lethe.llm.url is not a URL such as https://host/v1: answering without a model"
                            : "lethe.llm.model is missing: answering without a model");
            return;
        }
        connect(base.get(), model.get());
    }

    private void connect(URI base, String name) {
        network = Executors.newFixedThreadPool(4, threads);
        watch = Executors.newScheduledThreadPool(1, threads);
        HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .executor(network)
                .build();
        var endpoint = new OpenAiModel.Endpoint(
                base,
                key.map(String::strip),
                name,
                maxTokens > 0 ? maxTokens : null,
                temperature >= 0 ? temperature : null);
        declared = declaration.of(base.getHost().toLowerCase(Locale.ROOT));
        configured = new OpenAiModel(endpoint, new Limits(firstByte, idle, deadline, RETRIES), http, watch);
        LOG.log(System.Logger.Level.INFO, "Answers are written by {0} at {1}", name, base.getHost());
    }

    @PreDestroy
    void disconnect() {
        if (network != null) {
            network.shutdownNow();
        }
        if (watch != null) {
            watch.shutdownNow();
        }
    }

    static Optional<URI> baseOf(String url) {
        try {
            URI base = URI.create(url.strip());
            boolean web = "https".equals(base.getScheme()) || "http".equals(base.getScheme());
            return web && base.getHost() != null && base.getRawUserInfo() == null
                    ? Optional.of(base)
                    : Optional.empty();
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }
}
