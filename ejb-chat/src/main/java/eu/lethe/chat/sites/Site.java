package eu.lethe.chat.sites;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.NotPersonal;
import eu.lethe.compliance.persistence.Json;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A website that carries the widget. */
@Entity
@Table(name = "site", schema = "chat")
@NamedQuery(
        name = "Site.all",
        query = "select s from Site s where s.account = :account and s.removedAt is null order by s.createdAt")
@NamedQuery(
        name = "Site.byId",
        query = "select s from Site s where s.account = :account and s.id = :id and s.removedAt is null")
@NamedQuery(name = "Site.byKey", query = "select s from Site s where s.key = :key and s.removedAt is null")
@NamedQuery(name = "Site.evenRemoved", query = "select s from Site s where s.account = :account and s.id = :id")
class Site {

    private static final Jsonb JSON = JsonbBuilder.create();

    @Id
    @NotPersonal
    private UUID id;

    @Column(name = "account_id")
    @NotPersonal
    private UUID account;

    @Column(name = "public_key")
    @NotPersonal
    private String key;

    @NotPersonal
    private Json settings;

    @Column(name = "created_at")
    @NotPersonal
    private Instant createdAt;

    @Column(name = "removed_at")
    @NotPersonal
    private @Nullable Instant removedAt;

    @SuppressWarnings("NullAway.Init")
    protected Site() {}

    private Site(AccountId account, String key, SiteSettings settings, Instant now) {
        this.id = UUID.randomUUID();
        this.account = account.value();
        this.key = key;
        this.settings = json(settings);
        this.createdAt = now;
    }

    /** @throws InvalidSite naming the field that is wrong */
    static Site opened(AccountId account, String key, SiteSettings settings, Instant now) {
        return new Site(account, key, SiteRules.checked(settings), now);
    }

    void change(SiteSettings changed) {
        settings = json(SiteRules.checked(changed));
    }

    /** Shows to nobody from now on. Its key is free for another one. */
    void remove(Instant now) {
        removedAt = now;
        key = "removed-" + id.toString().replace("-", "");
    }

    boolean isRemoved() {
        return removedAt != null;
    }

    Sites.SiteView view() {
        return new Sites.SiteView(id, key, settings(), createdAt);
    }

    PublishedSite published() {
        return new PublishedSite(new AccountId(account), id, key, settings());
    }

    private SiteSettings settings() {
        return JSON.fromJson(settings.text(), SiteSettings.class);
    }

    private static Json json(SiteSettings settings) {
        return new Json(JSON.toJson(settings));
    }
}
