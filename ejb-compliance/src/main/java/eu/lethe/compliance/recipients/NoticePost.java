package eu.lethe.compliance.recipients;

import static java.lang.System.Logger.Level.WARNING;

import eu.lethe.compliance.vault.KeyRing;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Sends signed notices to recipients, following nobody elsewhere and reading nothing of what comes back but its status. */
@ApplicationScoped
class NoticePost {

    private static final System.Logger LOG = System.getLogger(NoticePost.class.getName());
    static final String SIGNATURE = "X-Lethe-Signature";
    static final String KEY_ID = "X-Lethe-Key-Id";

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(15);

    @Resource
    private ManagedThreadFactory threads;

    @Inject
    private KeyRing keys;

    @Inject
    private NoticeAddresses addresses;

    @Inject
    private NoticeTokens tokens;

    @Inject
    private NoticeLedger ledger;

    private ExecutorService network;
    private HttpClient http;

    @PostConstruct
    void open() {
        network = Executors.newFixedThreadPool(2, threads);
        http = HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .executor(network)
                .build();
    }

    @PreDestroy
    void close() {
        network.shutdownNow();
    }

    /** One attempt, and what came of it goes to the ledger. */
    void attempt(NoticeLedger.Attempt attempt) {
        try {
            URI to = URI.create(attempt.url());
            send(to, attempt.notice(), NoticeBody.of(attempt, to, tokens));
            ledger.delivered(attempt.account(), attempt.notice());
        } catch (Undelivered failed) {
            failed(attempt, failed.code());
        } catch (RuntimeException unforeseen) {
            // An address nobody can ask must hold up neither the erasure nor other recipients' notices.
            failed(attempt, unforeseen.getClass().getSimpleName());
        }
    }

    private void failed(NoticeLedger.Attempt attempt, String code) {
        LOG.log(WARNING, "Notice {0} was not delivered: {1}", attempt.notice(), code);
        ledger.failed(attempt.account(), attempt.notice(), code);
    }

    /** @throws Undelivered unless the recipient took it */
    private void send(URI to, UUID notice, NoticeBody body) throws Undelivered {
        addresses.mustBeOpen(to);
        byte[] bytes = body.bytes();
        var request = HttpRequest.newBuilder(to)
                .timeout(ANSWER)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                // Sent again after a timeout it is the same request, not a second one.
                .header("Idempotency-Key", notice.toString())
                .header(SIGNATURE, Base64.getEncoder().encodeToString(keys.sign(bytes)))
                .header(KEY_ID, keys.keyId())
                .POST(BodyPublishers.ofByteArray(bytes))
                .build();
        int status = statusOf(request);
        if (status < 200 || status > 299) {
            throw new Undelivered("http-" + status);
        }
    }

    private int statusOf(HttpRequest request) throws Undelivered {
        try {
            HttpResponse<InputStream> response = http.send(request, BodyHandlers.ofInputStream());
            response.body().close();
            return response.statusCode();
        } catch (HttpTimeoutException late) {
            throw new Undelivered("timeout");
        } catch (IOException unreachable) {
            throw new Undelivered("unreachable");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw new Undelivered("interrupted");
        }
    }
}
