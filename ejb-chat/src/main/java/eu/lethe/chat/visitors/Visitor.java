package eu.lethe.chat.visitors;

import eu.lethe.chat.sites.PublishedSite;
import eu.lethe.chat.sites.SiteSettings;
import eu.lethe.compliance.kernel.NotPersonal;
import eu.lethe.compliance.kernel.PersonalData;
import eu.lethe.compliance.kernel.PersonalData.Category;
import eu.lethe.compliance.kernel.PersonalData.Purpose;
import eu.lethe.compliance.kernel.Subject;
import eu.lethe.compliance.personaldata.Row;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A subject in a browser, since their first message. */
@Entity
@Table(name = "visitor", schema = "chat")
class Visitor {

    @Id
    @Column(name = "subject_id")
    @PersonalData(category = Category.IDENTIFIER, purpose = Purpose.ADVICE)
    private UUID subject;

    @Column(name = "account_id")
    @NotPersonal
    private UUID account;

    @NotPersonal
    private int generation;

    @Column(name = "site_id")
    @NotPersonal
    private UUID site;

    @PersonalData(category = Category.BEHAVIOUR, purpose = Purpose.ADVICE)
    private String language;

    @Column(name = "first_seen_at")
    @PersonalData(category = Category.BEHAVIOUR, purpose = Purpose.ADVICE)
    private Instant firstSeenAt;

    @SuppressWarnings("NullAway.Init")
    protected Visitor() {}

    private Visitor(Subject subject, PublishedSite site, String language, Instant now) {
        this.subject = subject.id();
        this.account = subject.account().value();
        this.generation = subject.generation();
        this.site = site.id();
        this.language = language;
        this.firstSeenAt = now;
    }

    static Visitor welcomedOn(PublishedSite site, Subject subject, String language, Instant now) {
        return new Visitor(subject, site, language, now);
    }

    UUID site() {
        return site;
    }

    Row extract(Optional<PublishedSite> where) {
        var settings = where.map(PublishedSite::settings);
        return new Row()
                .with("id", subject)
                .with("site", settings.map(SiteSettings::name).orElse(null))
                .with("language", language)
                .with("firstSeenAt", firstSeenAt)
                .with("privacyNotice", settings.map(SiteSettings::privacyUrl).orElse(null))
                .with("contactPage", settings.map(SiteSettings::contactUrl).orElse(null));
    }
}
