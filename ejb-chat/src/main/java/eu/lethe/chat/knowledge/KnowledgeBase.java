package eu.lethe.chat.knowledge;

import static java.nio.charset.StandardCharsets.UTF_8;

import eu.lethe.chat.crawling.Crawler;
import eu.lethe.chat.sites.Sites;
import eu.lethe.compliance.audit.AuditAction;
import eu.lethe.compliance.audit.AuditLog;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.Caller;
import eu.lethe.compliance.kernel.Role;
import eu.lethe.compliance.outbox.Outbox;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A site's knowledge: sources added, watched, synchronised again and removed. */
@Stateless
@Interceptors(AccountScope.class)
public class KnowledgeBase {

    private static final int MOST_LISTED = 500;

    @PersistenceContext
    private EntityManager em;

    @Inject
    private Clock clock;

    @Inject
    private Sites sites;

    @Inject
    private Outbox outbox;

    @Inject
    private AuditLog audit;

    @Inject
    private PendingDocuments pending;

    @Inject
    private Crawler crawler;

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
        mustEdit(caller, site);
        String url = SourceRules.url(website.url(), crawler::permits);
        var source = source(
                caller,
                site,
                website.sitemap() ? SourceKind.SITEMAP : SourceKind.WEBSITE,
                SourceRules.nameOf(url),
                url,
                website.language());
        em.persist(source.limitedTo(SourceRules.pages(website.maxPages())));
        audit.record(caller, AuditAction.SOURCE_ADDED, source.id());
        return source.id();
    }

    public UUID addFile(Caller caller, UUID site, Upload upload) {
        mustEdit(caller, site);
        String name = SourceRules.fileName(upload.fileName());
        SourceRules.mustFit(upload.content());
        return add(
                caller, source(caller, site, SourceKind.FILE, name, name, upload.language()), name, upload.content());
    }

    public UUID addText(Caller caller, UUID site, Text text) {
        mustEdit(caller, site);
        String title = SourceRules.title("title", text.title());
        byte[] content = SourceRules.text("text", text.text()).getBytes(UTF_8);
        SourceRules.mustFit(content);
        return add(caller, source(caller, site, SourceKind.TEXT, title, "", text.language()), title, content);
    }

    public UUID addFaq(Caller caller, UUID site, Faq faq) {
        mustEdit(caller, site);
        String name = SourceRules.title("name", faq.name());
        byte[] content = Questions.written(SourceRules.pairs(faq.pairs()));
        return add(caller, source(caller, site, SourceKind.FAQ, name, "", faq.language()), name, content);
    }

    /** Pairs from a CSV file with the columns question and answer. */
    public UUID addFaqCsv(Caller caller, UUID site, Upload upload) {
        SourceRules.mustFit(upload.content());
        String name = SourceRules.fileName(upload.fileName()).replaceFirst("(?i)\\.(csv|tsv|txt)$", "");
        return addFaq(caller, site, new Faq(name, upload.language(), Questions.fromTable(upload.content())));
    }

    public List<SourceView> sources(Caller caller, UUID site) {
        Map<UUID, SourceFigures> figures = figures(caller, "site_id", site);
        return em.createNamedQuery("Source.ofSite", Source.class)
                .setParameter("account", caller.account().value())
                .setParameter("site", site)
                .getResultStream()
                .map(source -> source.view(figures.getOrDefault(source.id(), SourceFigures.NONE)))
                .toList();
    }

    /** @throws SourceNotFound (404) */
    public SourceView source(Caller caller, UUID source) {
        Source found = find(caller, source);
        return found.view(figures(caller, "source_id", source).getOrDefault(source, SourceFigures.NONE));
    }

    public List<DocumentView> documents(Caller caller, UUID source, int offset, int limit) {
        find(caller, source);
        List<Document> page = em.createNamedQuery("Document.ofSource", Document.class)
                .setParameter("account", caller.account().value())
                .setParameter("source", source)
                .setFirstResult(Math.max(0, offset))
                .setMaxResults(Math.min(MOST_LISTED, Math.max(1, limit)))
                .getResultList();
        Map<UUID, Integer> passages =
                passagesOf(caller, page.stream().map(Document::id).toList());
        return page.stream()
                .map(document -> document.view(passages.getOrDefault(document.id(), 0)))
                .toList();
    }

    /** @throws DocumentNotFound (404) */
    public List<PassageView> passages(Caller caller, UUID document) {
        boolean known = em.createNamedQuery("Document.byId", Document.class)
                .setParameter("account", caller.account().value())
                .setParameter("id", document)
                .getResultStream()
                .findFirst()
                .isPresent();
        if (!known) {
            throw new DocumentNotFound();
        }
        return em.createNamedQuery("StoredPassage.ofDocument", StoredPassage.class)
                .setParameter("account", caller.account().value())
                .setParameter("document", document)
                .getResultStream()
                .map(StoredPassage::view)
                .toList();
    }

    /** Fetches and reads the source again; unchanged documents are left as they are. */
    public void resync(Caller caller, UUID source) {
        caller.mustBeAny(Role.ADMIN, Role.EDITOR);
        find(caller, source).resync();
    }

    /** Removes the source, its documents and passages; nothing of it is found from now on. */
    public void remove(Caller caller, UUID source) {
        caller.mustBeAny(Role.ADMIN, Role.EDITOR);
        em.remove(find(caller, source));
        outbox.put(caller.account(), IndexRemovals.SOURCE, source);
        audit.record(caller, AuditAction.SOURCE_REMOVED, source);
    }

    /**
     * Has all of an account's documents embedded and indexed again from PostgreSQL, in the background.
     *
     * @return how many
     */
    public int reindex(Caller caller) {
        caller.mustBeAny(Role.ADMIN);
        return pending.reindex(caller.account());
    }

    private void mustEdit(Caller caller, UUID site) {
        caller.mustBeAny(Role.ADMIN, Role.EDITOR);
        sites.site(caller, site);
    }

    private Source source(Caller caller, UUID site, SourceKind kind, String name, String location, String language) {
        return Source.of(
                caller.account().value(), site, kind, name, location, SourceRules.language(language), clock.instant());
    }

    private UUID add(Caller caller, Source source, String fileName, byte[] content) {
        em.persist(source);
        em.flush();
        audit.record(caller, AuditAction.SOURCE_ADDED, source.id());
        em.persist(SourceMaterial.of(caller.account().value(), source.id(), fileName, content));
        return source.id();
    }

    private Source find(Caller caller, UUID source) {
        return em.createNamedQuery("Source.byId", Source.class)
                .setParameter("account", caller.account().value())
                .setParameter("id", source)
                .getResultStream()
                .findFirst()
                .orElseThrow(SourceNotFound::new);
    }

    // The column is one of two constants of this class.
    private Map<UUID, SourceFigures> figures(Caller caller, String column, UUID value) {
        List<?> rows = em.createNativeQuery("select d.source_id, count(*), count(*) filter (where d.state = 'INDEXED'),"
                        + " count(*) filter (where d.state = 'REFUSED'), coalesce(sum(p.passages), 0)"
                        + " from chat.document d left join lateral (select count(*) as passages from chat.passage"
                        + " where account_id = d.account_id and document_id = d.id) p on true"
                        + " where d.account_id = ?1 and d." + column + " = ?2 group by d.source_id")
                .setParameter(1, caller.account().value())
                .setParameter(2, value)
                .getResultList();
        var figures = new HashMap<UUID, SourceFigures>();
        for (Object row : rows) {
            Object[] cells = (Object[]) row;
            figures.put(
                    (UUID) cells[0],
                    new SourceFigures(count(cells[1]), count(cells[2]), count(cells[3]), count(cells[4])));
        }
        return figures;
    }

    private static int count(Object cell) {
        return ((Number) cell).intValue();
    }

    private Map<UUID, Integer> passagesOf(Caller caller, List<UUID> documents) {
        var counts = new HashMap<UUID, Integer>();
        if (!documents.isEmpty()) {
            em.createNamedQuery("StoredPassage.counts", Object[].class)
                    .setParameter("account", caller.account().value())
                    .setParameter("documents", documents)
                    .getResultStream()
                    .forEach(row -> counts.put((UUID) row[0], count(row[1])));
        }
        return counts;
    }
}
