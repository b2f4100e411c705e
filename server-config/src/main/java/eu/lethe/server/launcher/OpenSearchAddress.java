package eu.lethe.server.launcher;

import eu.lethe.server.supervision.Refusal;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/** Where OpenSearch is, and the login it asks for. */
record OpenSearchAddress(String url, Optional<String> user, Optional<String> password) {

    private static final int PATIENCE_MILLIS = 10_000;
    private static final int OK = 200;

    static OpenSearchAddress open(String url) {
        return new OpenSearchAddress(url, Optional.empty(), Optional.empty());
    }

    static Optional<OpenSearchAddress> configured(Configuration configuration) {
        return configuration
                .value("lethe.opensearch.url")
                .map(url -> new OpenSearchAddress(
                        wellFormed(url),
                        configuration.value("lethe.opensearch.user"),
                        configuration.value("lethe.opensearch.password")));
    }

    private static String wellFormed(String url) {
        try {
            URI address = URI.create(url);
            String scheme = String.valueOf(address.getScheme());
            if ((scheme.equals("http") || scheme.equals("https")) && address.getHost() != null) {
                return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
            }
        } catch (IllegalArgumentException malformed) {
            // said below, as for an address that is none of ours
        }
        throw new Refusal("The address lethe.opensearch.url must look like https://host:9200, not \"" + url + "\".");
    }

    void requireUsable() {
        Http.Answer plugins = ask("/_cat/plugins?h=component");
        if (plugins.status() != OK) {
            throw new Refusal("The OpenSearch of lethe.opensearch.url (" + url + ") answers with status "
                    + plugins.status() + ": check the address, lethe.opensearch.user and lethe.opensearch.password.");
        }
        if (!plugins.body().contains("opensearch-knn")) {
            throw new Refusal("The OpenSearch of lethe.opensearch.url (" + url
                    + ") lacks the plugin opensearch-knn, which " + "finds passages by meaning: install it.");
        }
    }

    private Http.Answer ask(String path) {
        try {
            return Http.get(url + path, PATIENCE_MILLIS, user.map(name -> name + ":" + password.orElse("")));
        } catch (IOException unreachable) {
            throw new Refusal(
                    "The OpenSearch of lethe.opensearch.url (" + url + ") cannot be reached: "
                            + unreachable.getMessage() + ".",
                    unreachable);
        }
    }
}
