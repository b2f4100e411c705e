package eu.lethe.chat.index;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.opensearch.client.opensearch.OpenSearchClient;

/**
 * One index a week for what was said in it: a week that holds nothing any more is dropped whole, and its files with it. Written
 * through an alias, so that an index deleted behind our back does not come back without its mapping.
 */
@ApplicationScoped
class Weeks {
    static final String ALL = "lethe-transcripts-*";

    private static final String VERSION = "-v1";

    private final OpenSearch openSearch;
    private final Set<String> ready = ConcurrentHashMap.newKeySet();

    /** For the client proxy. */
    @SuppressWarnings("NullAway")
    protected Weeks() {
        openSearch = null;
    }

    @Inject
    Weeks(OpenSearch openSearch) {
        this.openSearch = openSearch;
    }

    /** The alias of the week, its index made if need be. */
    String ensure(Instant at) {
        String alias = alias(at);
        if (!ready.contains(alias)) {
            openSearch.tell(client -> {
                new Mapping("transcripts.json", Map.of("alias", alias)).create(client, alias + VERSION);
                return true;
            });
            ready.add(alias);
        }
        return alias;
    }

    /** An index turned out to be gone: looks again before the next write. */
    void forget() {
        ready.clear();
    }

    static String alias(Instant at) {
        OffsetDateTime day = at.atOffset(ZoneOffset.UTC);
        return "lethe-transcripts-%d-w%02d"
                .formatted(day.get(IsoFields.WEEK_BASED_YEAR), day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    static boolean isOf(String index, Instant at) {
        return index.equals(alias(at) + VERSION);
    }

    static Set<String> existing(OpenSearchClient client) throws IOException {
        return Set.copyOf(client.indices().get(get -> get.index(ALL)).result().keySet());
    }
}
