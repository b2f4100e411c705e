package eu.lethe.compliance.recipients;

import eu.lethe.compliance.kernel.AccountId;
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

/** Somebody outside the account who is given something about its visitors, or was, or is to be. */
@Entity
@Table(schema = "compliance", name = "recipient")
@NamedQuery(
        name = "Recipient.all",
        query = "select r from Recipient r where r.account = :account order by lower(r.name), r.createdAt")
@NamedQuery(name = "Recipient.byId", query = "select r from Recipient r where r.account = :account and r.id = :id")
@NamedQuery(
        name = "Recipient.byHost",
        query =
                "select r from Recipient r where r.account = :account and r.modelHost = :host order by r.createdAt desc")
class Recipient {

    /** How long visitors' controllers have to object to a new recipient (SEED-C12). */
    static final Duration NOTICE = Duration.ofDays(30);

    @Id
    @NotPersonal
    private UUID id;

    @NotPersonal
    @Column(name = "account_id")
    private UUID account;

    @NotPersonal
    private String name;

    @NotPersonal
    @Enumerated(EnumType.STRING)
    private RecipientCategory category;

    @NotPersonal
    private @Nullable String address;

    @NotPersonal
    private @Nullable String contact;

    @NotPersonal
    private @Nullable String country;

    @NotPersonal
    @Enumerated(EnumType.STRING)
    private Mechanism mechanism;

    @NotPersonal
    @Column(name = "retention_days")
    private @Nullable Integer retentionDays;

    @NotPersonal
    @Column(name = "model_host")
    private @Nullable String modelHost;

    @NotPersonal
    @Column(name = "notice_url")
    private @Nullable String noticeUrl;

    @NotPersonal
    @Enumerated(EnumType.STRING)
    private RecipientState state;

    @NotPersonal
    @Column(name = "by_operator")
    private boolean byOperator;

    @NotPersonal
    @Column(name = "created_at")
    private Instant createdAt;

    @NotPersonal
    @Column(name = "announced_at")
    private @Nullable Instant announcedAt;

    @NotPersonal
    @Column(name = "active_from")
    private @Nullable Instant activeFrom;

    @NotPersonal
    @Column(name = "ended_at")
    private @Nullable Instant endedAt;

    @SuppressWarnings("NullAway.Init")
    protected Recipient() {}

    private static Recipient of(AccountId account, RecipientDetails details, Instant now) {
        var recipient = new Recipient();
        recipient.id = UUID.randomUUID();
        recipient.account = account.value();
        recipient.state = RecipientState.DRAFT;
        recipient.createdAt = now;
        recipient.describe(details);
        return recipient;
    }

    static Recipient drafted(AccountId account, RecipientDetails details, Instant now) {
        return of(account, RecipientRules.complete(details), now);
    }

    /** Named by the installation's configuration, whose operator answers for it. */
    static Recipient declared(AccountId account, RecipientDetails details, Instant now) {
        Recipient declared = of(account, RecipientRules.lawful(details), now);
        declared.byOperator = true;
        return declared;
    }

    /** What is promised to visitors' controllers changes only as long as nobody relies on it. */
    void change(RecipientDetails details) {
        if (byOperator) {
            throw new RecipientFixed("The server's configuration names this recipient; change it there.");
        }
        if (state == RecipientState.ENDED) {
            throw new RecipientFixed("This recipient has ended; add it anew.");
        }
        boolean promised = state != RecipientState.DRAFT;
        if (promised && RecipientRules.isMaterial(details(), details)) {
            throw new RecipientFixed(
                    "Country, legal ground, category and how long data are kept were announced. End this recipient and add it anew.");
        }
        describe(RecipientRules.complete(details));
    }

    /** The operator says something else than before; what matters to people starts anew, unless it starts at once. */
    void declareAnew(RecipientDetails details, boolean atOnce, Instant now) {
        boolean material = RecipientRules.isMaterial(details(), details);
        describe(RecipientRules.lawful(details));
        if (material) {
            begin(atOnce, now);
        }
    }

    void begin(boolean atOnce, Instant now) {
        announcedAt = now;
        activeFrom = atOnce ? now : now.plus(NOTICE);
        state = atOnce ? RecipientState.ACTIVE : RecipientState.ANNOUNCED;
    }

    void announce(Instant now) {
        if (state != RecipientState.DRAFT) {
            throw new RecipientFixed("Only a draft can be announced.");
        }
        begin(false, now);
    }

    void approve(Instant now) {
        if (state == RecipientState.ENDED) {
            throw new RecipientFixed("This recipient has ended; add it anew.");
        }
        if (stateAt(now) != RecipientState.ACTIVE) {
            announcedAt = announcedAt == null ? now : announcedAt;
            activeFrom = now;
        }
        state = RecipientState.ACTIVE;
    }

    void end(Instant now) {
        if (state != RecipientState.ENDED) {
            state = RecipientState.ENDED;
            endedAt = now;
        }
    }

    RecipientState stateAt(Instant now) {
        boolean ripe = state == RecipientState.ANNOUNCED && activeFrom != null && !now.isBefore(activeFrom);
        return ripe ? RecipientState.ACTIVE : state;
    }

    boolean isActive(Instant now) {
        return stateAt(now) == RecipientState.ACTIVE;
    }

    boolean isByOperator() {
        return byOperator;
    }

    UUID id() {
        return id;
    }

    RecipientDetails details() {
        return new RecipientDetails(
                name, category, address, contact, country, mechanism, retentionDays, modelHost, noticeUrl);
    }

    Recipients.RecipientView view(Instant now) {
        return new Recipients.RecipientView(
                id, details(), stateAt(now), byOperator, createdAt, announcedAt, activeFrom, endedAt);
    }

    private void describe(RecipientDetails details) {
        name = details.name();
        category = details.category();
        address = details.address();
        contact = details.contact();
        country = details.country();
        mechanism = details.mechanism();
        retentionDays = details.retentionDays();
        modelHost = details.modelHost();
        noticeUrl = details.noticeUrl();
    }
}
