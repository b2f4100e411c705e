package eu.lethe.chat.knowledge;

import eu.lethe.chat.index.Index;
import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.outbox.OutboxConsumer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;

/** Takes out of the index what was removed from PostgreSQL, after the commit and for as long as it takes. */
final class IndexRemovals {

    static final String DOCUMENT = "index-remove-document";
    static final String SOURCE = "index-remove-source";

    private IndexRemovals() {}

    @ApplicationScoped
    static class OfDocuments implements OutboxConsumer {

        @Inject
        Index index;

        @Override
        public String topic() {
            return DOCUMENT;
        }

        @Override
        public void handle(AccountId account, UUID document) {
            index.removeDocument(account, document, Set.of());
        }
    }

    @ApplicationScoped
    static class OfSources implements OutboxConsumer {

        @Inject
        Index index;

        @Override
        public String topic() {
            return SOURCE;
        }

        @Override
        public void handle(AccountId account, UUID source) {
            index.removeSource(account, source);
        }
    }
}
