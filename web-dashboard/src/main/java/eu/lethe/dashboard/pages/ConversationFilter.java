package eu.lethe.dashboard.pages;

import eu.lethe.chat.conversations.LeadStatus;
import eu.lethe.chat.conversations.Phase;
import eu.lethe.chat.conversations.Transcripts.Filter;
import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which conversations a member looks at. Kept in the session, so that coming back from a transcript finds the same list, and
 * not in the address, which would keep what was searched for in logs and histories.
 */
@Named
@SessionScoped
public class ConversationFilter implements Serializable {

    private @Nullable String site;
    private @Nullable Phase phase;
    private @Nullable LeadStatus lead;
    private boolean unanswered;
    private @Nullable LocalDate from;
    private @Nullable LocalDate to;
    private @Nullable String query;

    /** Both days count whole, as they are where the member is. */
    Filter filter(ZoneId zone) {
        return new Filter(
                site == null ? null : UUID.fromString(site),
                phase,
                lead,
                unanswered ? true : null,
                from == null ? null : from.atStartOfDay(zone).toInstant(),
                to == null ? null : to.plusDays(1).atStartOfDay(zone).toInstant(),
                query == null || query.isBlank() ? null : query.strip());
    }

    public boolean isAny() {
        return site != null
                || phase != null
                || lead != null
                || unanswered
                || from != null
                || to != null
                || query != null;
    }

    public void clear() {
        site = null;
        phase = null;
        lead = null;
        unanswered = false;
        from = null;
        to = null;
        query = null;
    }

    public @Nullable String getSite() {
        return site;
    }

    public void setSite(@Nullable String site) {
        this.site = site;
    }

    public @Nullable Phase getPhase() {
        return phase;
    }

    public void setPhase(@Nullable Phase phase) {
        this.phase = phase;
    }

    public @Nullable LeadStatus getLead() {
        return lead;
    }

    public void setLead(@Nullable LeadStatus lead) {
        this.lead = lead;
    }

    public boolean isUnanswered() {
        return unanswered;
    }

    public void setUnanswered(boolean unanswered) {
        this.unanswered = unanswered;
    }

    public @Nullable LocalDate getFrom() {
        return from;
    }

    public void setFrom(@Nullable LocalDate from) {
        this.from = from;
    }

    public @Nullable LocalDate getTo() {
        return to;
    }

    public void setTo(@Nullable LocalDate to) {
        this.to = to;
    }

    public @Nullable String getQuery() {
        return query;
    }

    public void setQuery(@Nullable String query) {
        this.query = query == null || query.isBlank() ? null : query;
    }
}
