package eu.lethe.chat.knowledge;

import eu.lethe.compliance.kernel.NotPersonal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One page or file of a source. */
@Entity
@Table(name = "document", schema = "chat")
@NamedQuery(
        name = "Document.byLocation",
        query = "select d from Document d where d.account = :account and d.source = :source and d.location = :location")
@NamedQuery(name = "Document.byId", query = "select d from Document d where d.account = :account and d.id = :id")
@NamedQuery(
        name = "Document.ofSource",
        query = "select d from Document d where d.account = :account and d.source = :source order by d.location, d.id")
@NamedQuery(
        name = "Document.unseen",
        query = "select d from Document d where d.account = :account and d.source = :source"
                + " and (d.seenBy is null or d.seenBy <> :run)")
@NamedQuery(
        name = "Document.sameContent",
        query = "select count(d) from Document d where d.account = :account and d.source = :source and d.hash = :hash"
                + " and d.seenBy = :run and d.location <> :location and d.problem is null")
@NamedQuery(
        name = "Document.pending",
        query = "select count(d) from Document d where d.account = :account and d.source = :source"
                + " and d.state = eu.lethe.chat.knowledge.DocumentState.PENDING")
class Document {

    private static final int MOST_ATTEMPTS = 5;
    private static final int LONGEST_TITLE = 500;

    @Id
    @NotPersonal
    private UUID id;

    @Column(name = "account_id")
    @NotPersonal
    private UUID account;

    @Column(name = "site_id")
    @NotPersonal
    private UUID site;

    @Column(name = "source_id")
    @NotPersonal
    private UUID source;

    @NotPersonal
    private String location;

    @NotPersonal
    private String title;

    @NotPersonal
    private String language;

    @Enumerated(EnumType.STRING)
    @NotPersonal
    private DocumentState state;

    @NotPersonal
    private @Nullable String problem;

    @NotPersonal
    private long bytes;

    @NotPersonal
    private String hash;

    @NotPersonal
    private @Nullable String etag;

    @Column(name = "last_modified")
    @NotPersonal
    private @Nullable String lastModified;

    @Column(name = "changed_at")
    @NotPersonal
    private Instant changedAt;

    @Column(name = "seen_by")
    @NotPersonal
    private @Nullable UUID seenBy;

    /** The embedding model its passages in the index were computed with; null if they never were there. */
    @NotPersonal
    private @Nullable String model;

    @NotPersonal
    private int attempts;

    @Column(name = "not_before")
    @NotPersonal
    private Instant notBefore;

    @Column(name = "lease_owner")
    @NotPersonal
    private @Nullable UUID leaseOwner;

    @Column(name = "lease_until")
    @NotPersonal
    private @Nullable Instant leaseUntil;

    @SuppressWarnings("NullAway")
    protected Document() {}

    static Document at(Source source, UUID account, String location, Instant now) {
        var document = new Document();
        document.id = UUID.randomUUID();
        document.account = account;
        document.site = source.site();
        document.source = source.id();
        document.location = location;
        document.title = "";
        document.language = "und";
        document.hash = "";
        document.changedAt = now;
        document.notBefore = now;
        return document;
    }

    /** Whether this is what was there before, so that nothing needs to be embedded again. */
    boolean holds(String newHash) {
        return problem == null && hash.equals(newHash);
    }

    void seen(UUID run) {
        seenBy = run;
    }

    void servedAs(long size, @Nullable String newEtag, @Nullable String newLastModified) {
        bytes = size;
        etag = newEtag == null || newEtag.length() > 1000 ? null : newEtag;
        lastModified = newLastModified == null || newLastModified.length() > 100 ? null : newLastModified;
    }

    void changedTo(String newTitle, String newLanguage, String newHash, Instant now) {
        title = newTitle.length() > LONGEST_TITLE ? newTitle.substring(0, LONGEST_TITLE) : newTitle;
        language = newLanguage;
        hash = newHash;
        problem = null;
        changedAt = now;
        pending(now);
    }

    void refused(String code, Instant now) {
        if (code.equals(problem)) {
            return;
        }
        state = DocumentState.REFUSED;
        problem = code;
        hash = "";
        etag = null;
        lastModified = null;
        model = null;
        changedAt = now;
    }

    private void pending(Instant now) {
        state = DocumentState.PENDING;
        attempts = 0;
        notBefore = now;
        leaseOwner = null;
    }

    /** @return whether passages of it may have been in the index before */
    boolean entersIndex() {
        boolean before = wasIndexed();
        model = before ? model : "none";
        return before;
    }

    boolean isHeldBy(UUID owner, String itsHash) {
        return owner.equals(leaseOwner) && hash.equals(itsHash) && state == DocumentState.PENDING;
    }

    void indexed(String withModel) {
        state = DocumentState.INDEXED;
        model = withModel;
        leaseOwner = null;
        attempts = 0;
    }

    /** Given back for a later try, as often as it takes: it is not the document's fault. */
    void postponed(Instant until) {
        leaseOwner = null;
        leaseUntil = null;
        notBefore = until;
    }

    /** Given back after a failure of its own; after a few of them it is refused. */
    void stumbled(Instant now) {
        attempts++;
        if (attempts >= MOST_ATTEMPTS) {
            refused("indexing-failed", now);
        } else {
            postponed(now.plus(Duration.ofSeconds(5L << attempts)));
        }
    }

    UUID id() {
        return id;
    }

    UUID source() {
        return source;
    }

    UUID site() {
        return site;
    }

    String location() {
        return location;
    }

    String title() {
        return title;
    }

    String language() {
        return language;
    }

    String hash() {
        return hash;
    }

    @Nullable
    String etag() {
        return etag;
    }

    @Nullable
    String lastModified() {
        return lastModified;
    }

    boolean wasIndexed() {
        return model != null;
    }

    boolean isRefused() {
        return state == DocumentState.REFUSED;
    }

    KnowledgeBase.DocumentView view(int passages) {
        return new KnowledgeBase.DocumentView(
                id, location, title, language, state, problem, passages, bytes, changedAt);
    }
}
