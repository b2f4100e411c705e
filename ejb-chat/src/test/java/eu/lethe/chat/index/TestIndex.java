package eu.lethe.chat.index;

import eu.lethe.chat.embeddings.Embeddings;
import java.util.Optional;

/** An index without a container, in the OpenSearch at a URL. */
public final class TestIndex {
    private TestIndex() {}

    public static Index at(String url, Embeddings embeddings) {
        OpenSearch openSearch = new OpenSearch(url, Optional.empty(), Optional.empty(), Optional.empty(), 60);
        return new Index(openSearch, new PassagesIndex(openSearch, embeddings));
    }
}
