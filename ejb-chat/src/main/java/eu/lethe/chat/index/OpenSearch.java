package eu.lethe.chat.index;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.apache.hc.client5.http.auth.AuthScope;
import org.apache.hc.client5.http.auth.UsernamePasswordCredentials;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.auth.BasicCredentialsProvider;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManager;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.ssl.SSLContextBuilder;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.opensearch.client.json.jsonb.JsonbJsonpMapper;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.opensearch._types.OpenSearchException;
import org.opensearch.client.transport.OpenSearchTransport;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5Options;
import org.opensearch.client.transport.httpclient5.ApacheHttpClient5TransportBuilder;
import org.opensearch.client.transport.httpclient5.ResponseException;

/** The connection to OpenSearch: where it is, how long we wait, and what its failures mean to us. */
@ApplicationScoped
class OpenSearch {
    private static final System.Logger LOG = System.getLogger(OpenSearch.class.getName());
    private static final Timeout CONNECT = Timeout.ofSeconds(2);
    private static final Timeout SEARCH = Timeout.ofSeconds(3);
    private static final int BUSY = 429;
    private static final int ATTEMPTS = 6;
    private static final long FIRST_PAUSE_MILLIS = 200;

    private final OpenSearchTransport transport;
    private final OpenSearchClient client;
    private final OpenSearchClient patientClient;

    /** A request to OpenSearch. */
    interface Call<T> {
        T on(OpenSearchClient client) throws IOException;
    }

    /** For the client proxy, which connects to nothing. */
    @SuppressWarnings("NullAway")
    protected OpenSearch() {
        transport = null;
        client = null;
        patientClient = null;
    }

    /**
     * @param urls of the nodes or their load balancer, separated by commas
     * @param caFile certificates in PEM form that are trusted instead of the JDK's
     * @param writeSeconds how long work that nobody waits for may take
     */
    @Inject
    OpenSearch(
            @ConfigProperty(name = "lethe.opensearch.url", defaultValue = "http://127.0.0.1:9200") String urls,
            @ConfigProperty(name = "lethe.opensearch.user") Optional<String> user,
            @ConfigProperty(name = "lethe.opensearch.password") Optional<String> password,
            @ConfigProperty(name = "lethe.opensearch.ca-file") Optional<String> caFile,
            @ConfigProperty(name = "lethe.opensearch.write-seconds", defaultValue = "60") int writeSeconds) {
        HttpHost[] hosts = Arrays.stream(urls.split(","))
                .map(String::strip)
                .map(OpenSearch::host)
                .toArray(HttpHost[]::new);
        PoolingAsyncClientConnectionManager connections = connections(caFile);
        BasicCredentialsProvider credentials = new BasicCredentialsProvider();
        user.ifPresent(name -> Arrays.stream(hosts)
                .forEach(host -> credentials.setCredentials(
                        new AuthScope(host),
                        new UsernamePasswordCredentials(
                                name, password.orElse("").toCharArray()))));
        transport = ApacheHttpClient5TransportBuilder.builder(hosts)
                .setMapper(new JsonbJsonpMapper())
                .setHttpClientConfigCallback(
                        http -> http.setDefaultCredentialsProvider(credentials).setConnectionManager(connections))
                .build();
        client = new OpenSearchClient(transport, patience(SEARCH));
        patientClient = new OpenSearchClient(transport, patience(Timeout.ofSeconds(writeSeconds)));
    }

    /** A question somebody waits for: three seconds. */
    <T> T ask(Call<T> call) {
        try {
            return answered(call, client);
        } catch (IOException | OpenSearchException e) {
            throw unavailable(e);
        }
    }

    /** Work that must not be sent twice, because what was sent first may still arrive. */
    <T> T once(Call<T> call) {
        try {
            return call.on(patientClient);
        } catch (IOException | OpenSearchException e) {
            throw unavailable(e);
        }
    }

    /** Work nobody waits for: a minute, again and again while the node is too busy to take it. Calls must be repeatable. */
    <T> T tell(Call<T> call) {
        long pause = FIRST_PAUSE_MILLIS;
        for (int attempt = 1; ; attempt++) {
            try {
                return answered(call, patientClient);
            } catch (IOException | OpenSearchException e) {
                if (!isBusy(e) || attempt == ATTEMPTS) {
                    throw unavailable(e);
                }
                rest(pause);
                pause *= 2;
            }
        }
    }

    private static <T> T answered(Call<T> call, OpenSearchClient client) throws IOException {
        try {
            return call.on(client);
        } catch (ResponseException | SocketTimeoutException | ConnectException e) {
            throw e;
        } catch (IOException e) {
            // A pooled connection that the node closed meanwhile, by a restart perhaps: a new one works.
            return call.on(client);
        }
    }

    static void rest(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IndexUnavailable(e);
        }
    }

    private static boolean isBusy(Exception e) {
        return e instanceof ResponseException response && response.status() == BUSY;
    }

    private static IndexUnavailable unavailable(Exception e) {
        LOG.log(Level.WARNING, "OpenSearch did not do it: {0}", e.getMessage());
        return new IndexUnavailable(e);
    }

    private static HttpHost host(String url) {
        try {
            return HttpHost.create(url);
        } catch (URISyntaxException | IllegalArgumentException e) {
            throw new IllegalStateException("lethe.opensearch.url is not a list of URLs: " + url, e);
        }
    }

    private static ApacheHttpClient5Options patience(Timeout timeout) {
        ApacheHttpClient5Options.Builder options = ApacheHttpClient5Options.DEFAULT.toBuilder();
        options.setRequestConfig(RequestConfig.custom()
                .setConnectionRequestTimeout(CONNECT)
                .setResponseTimeout(timeout)
                .build());
        return options.build();
    }

    private static PoolingAsyncClientConnectionManager connections(Optional<String> caFile) {
        PoolingAsyncClientConnectionManagerBuilder builder = PoolingAsyncClientConnectionManagerBuilder.create()
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(CONNECT)
                        .setValidateAfterInactivity(TimeValue.ofSeconds(2))
                        .build())
                .setMaxConnPerRoute(20)
                .setMaxConnTotal(60);
        caFile.ifPresent(file -> builder.setTlsStrategy(ClientTlsStrategyBuilder.create()
                .setSslContext(trusting(Path.of(file)))
                .buildAsync()));
        return builder.build();
    }

    private static SSLContext trusting(Path caFile) {
        try (InputStream pem = Files.newInputStream(caFile)) {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            int number = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(pem)) {
                trusted.setCertificateEntry("ca" + number++, certificate);
            }
            return SSLContextBuilder.create().loadTrustMaterial(trusted, null).build();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("lethe.opensearch.ca-file cannot be read: " + e.getMessage(), e);
        }
    }

    @PreDestroy
    void close() {
        try {
            transport.close();
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "The connection to OpenSearch did not close cleanly", e);
        }
    }
}
