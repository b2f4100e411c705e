package eu.lethe.dashboard.privacy;

import eu.lethe.compliance.requests.Caseload.Filter;
import eu.lethe.compliance.requests.RequestKind;
import eu.lethe.compliance.requests.RequestState;
import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * Which requests a member looks at: at first those that wait for an answer. Kept in the session and not in the address, which
 * would keep the e-mail address that was searched for in logs and histories.
 */
@Named
@SessionScoped
public class RequestFilter implements Serializable {

    /** What the chips above the queue choose. */
    public enum Show {
        WAITING,
        OVERDUE,
        ALL
    }

    private Show show = Show.WAITING;
    private @Nullable RequestState state;
    private @Nullable RequestKind kind;
    private @Nullable String person;

    Filter filter() {
        return new Filter(state, kind, show == Show.WAITING && state == null, show == Show.OVERDUE, person);
    }

    public boolean isAny() {
        return show != Show.WAITING || state != null || kind != null || person != null;
    }

    public void clear() {
        show = Show.WAITING;
        state = null;
        kind = null;
        person = null;
    }

    public Show getShow() {
        return show;
    }

    public void setShow(Show show) {
        this.show = show;
    }

    public @Nullable RequestState getState() {
        return state;
    }

    public void setState(@Nullable RequestState state) {
        this.state = state;
    }

    public @Nullable RequestKind getKind() {
        return kind;
    }

    public void setKind(@Nullable RequestKind kind) {
        this.kind = kind;
    }

    public @Nullable String getPerson() {
        return person;
    }

    public void setPerson(@Nullable String person) {
        this.person = person == null || person.isBlank() ? null : person.strip();
    }
}
