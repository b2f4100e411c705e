package eu.lethe.chat.knowledge;

import eu.lethe.compliance.kernel.NotPersonal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where knowledge comes from, and how far its synchronisation is. */
@Entity
@Table(name = "source", schema = "chat")
@NamedQuery(
        name = "Source.ofSite",
        query = "select s from Source s where s.account = :account and s.site = :site order by s.addedAt, s.id")
@NamedQuery(name = "Source.byId", query = "select s from Source s where s.account = :account and s.id = :id")
class Source {

    static final String AUTO = "auto";

    @Id
    @NotPersonal
    private UUID id;

    @Column(name = "account_id")
    @NotPersonal
    private UUID account;

    @Column(name = "site_id")
    @NotPersonal
    private UUID site;

    @Enumerated(EnumType.STRING)
    @NotPersonal
    private SourceKind kind;

    @NotPersonal
    private String name;

    @NotPersonal
    private String location;

    @NotPersonal
    private String language;

    @Column(name = "max_pages")
    @NotPersonal
    private int maxPages;

    @Enumerated(EnumType.STRING)
    @NotPersonal
    private SourceState state;

    @NotPersonal
    private @Nullable String problem;

    @Column(name = "added_at")
    @NotPersonal
    private Instant addedAt;

    @Column(name = "synced_at")
    @NotPersonal
    private @Nullable Instant syncedAt;

    /** The synchronisation that holds this source; whoever writes under another run's name is refused. */
    @Column(name = "run_id")
    @NotPersonal
    private @Nullable UUID run;

    @Column(name = "lease_until")
    @NotPersonal
    private @Nullable Instant leaseUntil;

    @SuppressWarnings("NullAway")
    protected Source() {}

    static Source of(
            UUID account, UUID site, SourceKind kind, String name, String location, String language, Instant now) {
        var source = new Source();
        source.id = UUID.randomUUID();
        source.account = account;
        source.site = site;
        source.kind = kind;
        source.name = name;
        source.location = location;
        source.language = language;
        source.maxPages = 1;
        source.state = SourceState.WAITING;
        source.addedAt = now;
        return source;
    }

    Source limitedTo(int pages) {
        maxPages = pages;
        return this;
    }

    /** Asks for another synchronisation; one that is fetching will do. */
    void resync() {
        if (state != SourceState.SYNCING || isIndexing()) {
            state = SourceState.WAITING;
            problem = null;
        }
    }

    void mustBeHeldBy(UUID claimant) {
        if (!claimant.equals(run) || leaseUntil == null) {
            throw new RunOver();
        }
    }

    /** Everything is fetched; the source is ready as soon as nothing of it waits for the index. */
    void fetched(boolean allIndexed, Instant now) {
        leaseUntil = null;
        problem = null;
        syncedAt = now;
        if (allIndexed) {
            state = SourceState.READY;
        }
    }

    void failed(String code, Instant now) {
        leaseUntil = null;
        problem = code;
        syncedAt = now;
        state = SourceState.FAILED;
    }

    /** A document became searchable, perhaps the last one. */
    void indexed(boolean all) {
        if (isIndexing()) {
            problem = null;
            if (all) {
                state = SourceState.READY;
            }
        }
    }

    void waitsForIndex(String code) {
        if (isIndexing()) {
            problem = code;
        }
    }

    private boolean isIndexing() {
        return state == SourceState.SYNCING && leaseUntil == null;
    }

    UUID id() {
        return id;
    }

    UUID site() {
        return site;
    }

    SourceKind kind() {
        return kind;
    }

    String name() {
        return name;
    }

    String location() {
        return location;
    }

    String language() {
        return language;
    }

    int maxPages() {
        return maxPages;
    }

    KnowledgeBase.SourceView view(SourceFigures figures) {
        return new KnowledgeBase.SourceView(
                id,
                site,
                kind,
                name,
                location,
                language,
                state,
                figures.documents(),
                figures.indexed(),
                figures.refused(),
                figures.passages(),
                problem,
                addedAt,
                syncedAt);
    }
}
