package eu.lethe.dashboard.records;

import eu.lethe.compliance.audit.AuditAction;
import eu.lethe.compliance.audit.AuditTrail.Filter;
import eu.lethe.dashboard.frame.Ids;
import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which events of the audit log a member looks at; kept in the session. */
@Named
@SessionScoped
public class AuditFilter implements Serializable {

    private @Nullable UUID actor;
    private @Nullable AuditAction action;
    private @Nullable String object;
    private @Nullable LocalDate from;
    private @Nullable LocalDate to;

    /** Both days count whole, as they are where the member is. */
    Filter filter(ZoneId zone) {
        return new Filter(
                actor,
                action,
                Ids.of(object).orElse(null),
                from == null ? null : from.atStartOfDay(zone).toInstant(),
                to == null ? null : to.plusDays(1).atStartOfDay(zone).toInstant());
    }

    /** Whether an object is asked for that no id can name: nothing is shown then, rather than everything. */
    boolean isImpossible() {
        return object != null && Ids.of(object).isEmpty();
    }

    public boolean isAny() {
        return actor != null || action != null || object != null || from != null || to != null;
    }

    public void clear() {
        actor = null;
        action = null;
        object = null;
        from = null;
        to = null;
    }

    public @Nullable String getActor() {
        return actor == null ? null : actor.toString();
    }

    public void setActor(@Nullable String actor) {
        this.actor = Ids.of(actor).orElse(null);
    }

    public @Nullable AuditAction getAction() {
        return action;
    }

    public void setAction(@Nullable AuditAction action) {
        this.action = action;
    }

    public @Nullable String getObject() {
        return object;
    }

    public void setObject(@Nullable String object) {
        this.object = object == null || object.isBlank() ? null : object.strip();
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
}
