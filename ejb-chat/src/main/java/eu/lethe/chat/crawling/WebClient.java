package eu.lethe.chat.crawling;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** Fetches one address at a time, following redirects itself so that each hop passes the same checks as the first. */
final class WebClient implements AutoCloseable {

    static final int MAX_PAGE = 5 * 1024 * 1024;
    static final int MAX_FILE = 20 * 1024 * 1024;
    private static final int HOPS = 5;
    private static final Timeout CONNECT = Timeout.ofSeconds(5);
    private static final Timeout RESPONSE = Timeout.ofSeconds(15);
    private static final long WHOLE_SECONDS = 60;

    private final CloseableHttpClient http;
    private final AllowedHosts allowed;
    // A server that sends one byte now and then never times out on a read; this ends the whole exchange.
    private final ScheduledExecutorService deadlines;

    WebClient(AllowedHosts allowed, AddressGuard guard, String userAgent) {
        this.allowed = allowed;
        var limits = Http1Config.custom()
                .setMaxHeaderCount(200)
                .setMaxLineLength(16_384)
                .build();
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(guard)
                .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                        .http1Config(limits)
                        .build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(CONNECT)
                        .setSocketTimeout(RESPONSE)
                        .setTimeToLive(Timeout.ofSeconds(30))
                        .build())
                .setMaxConnPerRoute(4)
                .setMaxConnTotal(32)
                .build();
        this.http = HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(RESPONSE)
                        .setResponseTimeout(RESPONSE)
                        .build())
                .setUserAgent(userAgent)
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableAutomaticRetries()
                .build();
        this.deadlines = Executors.newSingleThreadScheduledExecutor(work -> {
            var thread = new Thread(work, "lethe-crawl-deadlines");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** @param permitted decides on each address of a chain of redirects */
    WebResponse get(URI start, Validators known, Predicate<URI> permitted) throws Unreachable {
        URI location = start;
        for (int hop = 0; hop <= HOPS; hop++) {
            if (!permitted.test(location)) {
                throw new Unreachable(hop == 0 ? "not-permitted" : "off-site");
            }
            Object answer = once(location, known);
            if (answer instanceof WebResponse response) {
                return response;
            }
            location = (URI) answer;
        }
        throw new Unreachable("too-many-redirects");
    }

    private Object once(URI location, Validators known) throws Unreachable {
        if (!allowed.allowsPort(location.getHost(), WebAddresses.port(location))) {
            throw new Unreachable("port-not-allowed");
        }
        var request = new HttpGet(location);
        request.setHeader(
                "Accept", "text/html,application/xhtml+xml,application/pdf,text/markdown,text/plain;q=0.8,*/*;q=0.5");
        setIfKnown(request, "If-None-Match", known.etag());
        setIfKnown(request, "If-Modified-Since", known.lastModified());
        var deadline = deadlines.schedule(request::abort, WHOLE_SECONDS, TimeUnit.SECONDS);
        try {
            return http.execute(request, response -> read(location, response));
        } catch (IOException failed) {
            throw unreachable(failed, request.isAborted());
        } finally {
            deadline.cancel(false);
        }
    }

    private static void setIfKnown(HttpGet request, String header, @Nullable String value) {
        if (value != null) {
            request.setHeader(header, value);
        }
    }

    private static Object read(URI location, ClassicHttpResponse response) throws IOException {
        int status = response.getCode();
        if (status >= 300 && status < 400 && status != 304) {
            return WebAddresses.canonical(resolve(location, header(response, "Location")))
                    .orElseThrow(() -> new Answer("http-" + status));
        }
        if (status != 200 && status != 304) {
            throw new Answer("http-" + status);
        }
        ContentType type = ContentType.parseLenient(header(response, "Content-Type"));
        String media = type == null ? "" : String.valueOf(type.getMimeType()).toLowerCase(Locale.ROOT);
        Charset charset = type == null ? null : type.getCharset();
        String robots = header(response, "X-Robots-Tag");
        int limit = media.startsWith("text/") || media.contains("html") || media.contains("xml") ? MAX_PAGE : MAX_FILE;
        return new WebResponse(
                location,
                status,
                media,
                charset == null ? null : charset.name(),
                header(response, "ETag"),
                header(response, "Last-Modified"),
                robots == null ? "" : robots.toLowerCase(Locale.ROOT),
                body(response, limit));
    }

    private static String resolve(URI location, @Nullable String target) throws IOException {
        try {
            return target == null ? "" : org.jsoup.internal.StringUtil.resolve(location.toString(), target);
        } catch (IllegalArgumentException nonsense) {
            throw new Answer("broken-redirect");
        }
    }

    private static @Nullable String header(ClassicHttpResponse response, String name) {
        Header header = response.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }

    // Counts what arrives after unpacking, so that a small answer cannot become a large one.
    private static byte[] body(ClassicHttpResponse response, int limit) throws IOException {
        if (response.getEntity() == null) {
            return new byte[0];
        }
        try (InputStream in = response.getEntity().getContent()) {
            var body = new ByteArrayOutputStream();
            byte[] buffer = new byte[16_384];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                if (body.size() + read > limit) {
                    throw new Answer("too-large");
                }
                body.write(buffer, 0, read);
            }
            return body.toByteArray();
        }
    }

    private static Unreachable unreachable(IOException failed, boolean aborted) {
        if (failed instanceof Answer answer) {
            return new Unreachable(answer.code);
        }
        if (failed instanceof AddressGuard.Forbidden) {
            return new Unreachable("address-not-allowed");
        }
        if (failed instanceof UnknownHostException) {
            return new Unreachable("host-unknown");
        }
        if (aborted || failed instanceof SocketTimeoutException) {
            return new Unreachable("timeout", failed);
        }
        return new Unreachable(failed instanceof SSLException ? "tls-failed" : "connection-failed", failed);
    }

    @Override
    public void close() throws IOException {
        deadlines.shutdownNow();
        http.close();
    }

    /** Carries a reason out of the client's response handler, and makes it drop the connection. */
    private static final class Answer extends IOException {
        private final String code;

        Answer(String code) {
            super(code);
            this.code = code;
        }
    }
}
