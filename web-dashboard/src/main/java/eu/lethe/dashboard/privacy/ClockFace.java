package eu.lethe.dashboard.privacy;

import eu.lethe.compliance.requests.RequestClock;
import eu.lethe.dashboard.frame.Show;
import eu.lethe.dashboard.frame.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.temporal.ChronoUnit;

/** Draws how much of the time for an answer is left. */
@Named
@ApplicationScoped
public class ClockFace {

    private static final int SOON = 7;

    @Inject
    private Texts texts;

    @Inject
    private Show show;

    /** What the ring looks like. */
    enum Kind {
        CALM,
        SOON,
        OVERDUE,
        PAUSED,
        CLOSED
    }

    static Kind kindOf(RequestClock clock) {
        if (clock.closedAt() != null || clock.daysLeft() == null) {
            return Kind.CLOSED;
        }
        if (clock.overdue()) {
            return Kind.OVERDUE;
        }
        if (clock.paused()) {
            return Kind.PAUSED;
        }
        return clock.daysLeft() <= SOON ? Kind.SOON : Kind.CALM;
    }

    /** Percent of the time that is left; a full ring for what is overdue or closed. */
    static int leftOf(RequestClock clock) {
        Kind kind = kindOf(clock);
        if (kind == Kind.CLOSED || kind == Kind.OVERDUE || clock.daysLeft() == null) {
            return 100;
        }
        long whole = Math.max(1, ChronoUnit.DAYS.between(clock.receivedOn(), clock.dueOn()));
        return (int) Math.max(3, Math.min(100, clock.daysLeft() * 100 / whole));
    }

    public String kind(RequestClock clock) {
        return kindOf(clock).name();
    }

    public int left(RequestClock clock) {
        return leftOf(clock);
    }

    /** What stands in the ring. */
    public String number(RequestClock clock) {
        Long days = clock.daysLeft();
        return kindOf(clock) == Kind.CLOSED || days == null ? "✓" : show.number(Math.abs(days));
    }

    public String text(RequestClock clock) {
        long days = clock.daysLeft() == null ? 0 : clock.daysLeft();
        return switch (kindOf(clock)) {
            case OVERDUE -> texts.of("clock.overdue", Math.abs(days));
            case PAUSED -> texts.of("clock.paused");
            case CLOSED -> texts.of("clock.closed", show.date(clock.closedAt()));
            case CALM, SOON -> texts.of("clock.left", days);
        };
    }

    public String title(RequestClock clock) {
        return texts.of("clock.due", show.day(clock.dueOn()));
    }
}
