package eu.lethe.chat.index;

import eu.lethe.chat.embeddings.Embeddings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.Set;
import org.opensearch.client.opensearch.OpenSearchClient;
import org.opensearch.client.opensearch._types.OpenSearchException;

/**
 * The index behind the alias: one per embedding model, made at the first write. Several nodes may make it at once: whoever is
 * second finds it there.
 */
@ApplicationScoped
class PassagesIndex {
    static final String ALIAS = "lethe-passages";

    private static final System.Logger LOG = System.getLogger(PassagesIndex.class.getName());
    private static final String VERSION = "v1";

    private final OpenSearch openSearch;
    private final Embeddings embeddings;
    private volatile boolean ready;

    /** For the client proxy. */
    @SuppressWarnings("NullAway")
    protected PassagesIndex() {
        openSearch = null;
        embeddings = null;
    }

    @Inject
    PassagesIndex(OpenSearch openSearch, Embeddings embeddings) {
        this.openSearch = openSearch;
        this.embeddings = embeddings;
    }

    /** Makes sure that the alias points to the index of our model. */
    void ensure() {
        if (!ready) {
            openSearch.tell(client -> {
                create(client);
                point(client);
                return true;
            });
            ready = true;
        }
    }

    /** The index turned out to be gone: looks again before the next write. */
    void forget() {
        ready = false;
    }

    private String name() {
        return ALIAS + "-" + embeddings.model() + "-" + VERSION;
    }

    private void create(OpenSearchClient client) throws IOException {
        new Mapping("passages.json", Map.of("dimension", Integer.toString(embeddings.dimension())))
                .create(client, name());
    }

    private void point(OpenSearchClient client) throws IOException {
        Set<String> current = pointedAt(client);
        if (current.equals(Set.of(name()))) {
            return;
        }
        client.indices().updateAliases(update -> {
            update.actions(action -> action.add(add -> add.index(name()).alias(ALIAS)));
            for (String other : current) {
                if (!other.equals(name())) {
                    update.actions(action ->
                            action.remove(remove -> remove.index(other).alias(ALIAS)));
                }
            }
            return update;
        });
        current.stream()
                .filter(other -> !other.equals(name()))
                .forEach(other -> LOG.log(
                        Level.WARNING,
                        "Index {0} belongs to another embedding model and is not used any more: "
                                + "synchronise all sources, then delete it",
                        other));
    }

    private static Set<String> pointedAt(OpenSearchClient client) throws IOException {
        try {
            return Set.copyOf(
                    client.indices().getAlias(g -> g.name(ALIAS)).result().keySet());
        } catch (OpenSearchException e) {
            return Set.of();
        }
    }
}
