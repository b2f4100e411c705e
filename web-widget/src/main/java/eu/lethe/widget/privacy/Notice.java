package eu.lethe.widget.privacy;

import eu.lethe.chat.sites.PublishedSite;
import eu.lethe.compliance.recipients.RecipientCategory;
import eu.lethe.compliance.recipients.Recipients.RecipientView;
import eu.lethe.compliance.requests.OwnData;
import eu.lethe.compliance.requests.RequestKind;
import eu.lethe.compliance.restrictions.Origin;
import eu.lethe.compliance.restrictions.Restrictions.Restriction;
import eu.lethe.compliance.retention.RetentionPolicies.StorePeriod;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a visitor is told without asking for a report: who is responsible, what is held, how long, and which rights there are. */
public record Notice(
        Controller controller,
        boolean known,
        @Nullable PersonState state,
        List<Limit> restrictions,
        List<OwnData.Held> held,
        List<Period> periods,
        List<Receiver> recipients,
        List<RequestKind> rights,
        boolean codesByEmail) {

    /** Who is responsible, and where to reach them. */
    public record Controller(
            String name,
            @Nullable String privacyUrl,
            @Nullable String contactUrl) {

        static Controller of(String name, PublishedSite site) {
            return new Controller(
                    name, site.settings().privacyUrl(), site.settings().contactUrl());
        }
    }

    /**
     * What restricts the use of the visitor's data.
     *
     * @param by PERSON if the visitor may lift it; REVIEW and COMPANY end with a decision
     * @param endsOn the day from which on it is over, if that is decided
     */
    public record Limit(
            String ground,
            Origin by,
            Instant since,
            @Nullable LocalDate endsOn) {

        static Limit of(Restriction restriction) {
            return new Limit(
                    Words.of(restriction.ground()), restriction.origin(), restriction.since(), restriction.liftOn());
        }
    }

    /** @param days 0 for never stored */
    public record Period(String process, String store, int days, String anchor) {

        static Period of(StorePeriod period) {
            return new Period(
                    period.process(),
                    period.store(),
                    period.policy().period().days(),
                    period.policy().anchor().name());
        }
    }

    /** Who may be given something about a visitor (Art. 13(1)(e) GDPR). */
    public record Receiver(
            String name,
            RecipientCategory category,
            @Nullable String country) {

        static Receiver of(RecipientView recipient) {
            var details = recipient.details();
            return new Receiver(details.name(), details.category(), details.country());
        }
    }

    /** Whether the person's data may be used. */
    public enum PersonState {
        ACTIVE,
        RESTRICTED
    }
}
