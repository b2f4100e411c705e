package eu.lethe.chat.knowledge;

import eu.lethe.compliance.kernel.Caller;
import jakarta.ejb.Stateless;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A site's knowledge: sources added, watched, synchronised again and removed. */
@Stateless
public class KnowledgeBase {

    /**
     * A source with its progress.
     *
     * @param location URL, file name, or empty
     * @param documents found so far; of them {@code indexed} are searchable, {@code refused} are not and say why
     * @param problem code of what stopped the last synchronisation, or null
     */
    public record SourceView(
            UUID id,
            UUID site,
            SourceKind kind,
            String name,
            String location,
            String language,
            SourceState state,
            int documents,
            int indexed,
            int refused,
            int passages,
            @Nullable String problem,
            Instant addedAt,
            @Nullable Instant syncedAt) {}

    /** @param problem code of why the document was refused, or null */
    public record DocumentView(
            UUID id,
            String location,
            String title,
            String language,
            DocumentState state,
            @Nullable String problem,
            int passages,
            long bytes,
            Instant changedAt) {}

    public record PassageView(UUID id, int ordinal, String heading, String text) {}

    /** @param language BCP 47, or {@code auto} to detect it per page */
    public record Website(String url, boolean sitemap, int maxPages, String language) {}

    public record Upload(String fileName, String language, byte[] content) {}

    public record Text(String title, String text, String language) {}

    public record Faq(String name, String language, List<Pair> pairs) {}

    public record Pair(String question, String answer) {}

    /** @throws InvalidSource naming the field that is wrong */
    public UUID addWebsite(Caller caller, UUID site, Website website) {
        throw new IllegalStateException("owner builds this");
    }

    public UUID addFile(Caller caller, UUID site, Upload upload) {
        throw new IllegalStateException("owner builds this");
    }

    public UUID addText(Caller caller, UUID site, Text text) {
        throw new IllegalStateException("owner builds this");
    }

    public UUID addFaq(Caller caller, UUID site, Faq faq) {
        throw new IllegalStateException("owner builds this");
    }

    /** Pairs from a CSV file with the columns question and answer. */
    public UUID addFaqCsv(Caller caller, UUID site, Upload upload) {
        throw new IllegalStateException("owner builds this");
    }

    public List<SourceView> sources(Caller caller, UUID site) {
        throw new IllegalStateException("owner builds this");
    }

    /** @throws SourceNotFound (404) */
    public SourceView source(Caller caller, UUID source) {
        throw new IllegalStateException("owner builds this");
    }

    public List<DocumentView> documents(Caller caller, UUID source, int offset, int limit) {
        throw new IllegalStateException("owner builds this");
    }

    public List<PassageView> passages(Caller caller, UUID document) {
        throw new IllegalStateException("owner builds this");
    }

    /** Fetches and reads the source again; unchanged documents are left as they are. */
    public void resync(Caller caller, UUID source) {
        throw new IllegalStateException("owner builds this");
    }

    /** Removes the source, its documents and passages; nothing of it is found from now on. */
    public void remove(Caller caller, UUID source) {
        throw new IllegalStateException("owner builds this");
    }
}
