package eu.lethe.compliance.recipients;

import eu.lethe.compliance.kernel.NotPersonal;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How far telling one recipient has come: until somebody says that it is done, or it is somebody's business. */
@Embeddable
class Delivery {

    /** A recipient who says nothing for this long is somebody's business. */
    static final Duration PATIENCE = Duration.ofDays(30);

    /** How long one attempt may take; whoever dies during it loses the notice again. */
    static final Duration LEASE = Duration.ofMinutes(2);

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);

    @NotPersonal
    @Enumerated(EnumType.STRING)
    private Told.State state;

    @NotPersonal
    private @Nullable Instant until;

    @NotPersonal
    private int tries;

    @NotPersonal
    @Column(name = "next_at")
    private @Nullable Instant nextAt;

    @NotPersonal
    @Column(name = "error_code")
    private @Nullable String errorCode;

    @NotPersonal
    @Column(name = "told_at")
    private @Nullable Instant toldAt;

    @NotPersonal
    @Column(name = "acknowledged_at")
    private @Nullable Instant acknowledgedAt;

    @SuppressWarnings("NullAway.Init")
    protected Delivery() {}

    private static Delivery in(Told.State state, @Nullable Instant until, @Nullable Instant nextAt) {
        var delivery = new Delivery();
        delivery.state = state;
        delivery.until = until;
        delivery.nextAt = nextAt;
        return delivery;
    }

    /** Nothing was sent, nothing is kept, or somebody has to tell them by hand. */
    static Delivery settled(Told.State how) {
        return in(how, null, null);
    }

    /** The recipient drops everything by itself. */
    static Delivery waiting(Instant until) {
        return in(Told.State.WAITING, until, until);
    }

    static Delivery pending(Instant now, Instant from) {
        return in(Told.State.PENDING, now.plus(PATIENCE), from);
    }

    /** Takes it for one attempt; whoever dies during it loses it again. */
    void attempted(Instant now) {
        tries++;
        nextAt = now.plus(LEASE);
    }

    void delivered(Instant now) {
        if (state == Told.State.PENDING) {
            state = Told.State.TOLD;
            toldAt = now;
            until = now.plus(PATIENCE);
            nextAt = until;
            errorCode = null;
        }
    }

    void failed(String code, Instant now) {
        if (state == Told.State.PENDING) {
            errorCode = code;
            nextAt = now.plus(pauseAfter(tries));
        }
    }

    /** Somebody says that it is done, and since when the recipient knows; a second time changes nothing. */
    boolean acknowledged(Instant told, Instant now) {
        if (state == Told.State.ACKNOWLEDGED || isNothingToTell()) {
            return false;
        }
        end(Told.State.ACKNOWLEDGED);
        toldAt = toldAt == null ? told : toldAt;
        acknowledgedAt = now;
        return true;
    }

    void refused() {
        if (state == Told.State.TOLD || state == Told.State.PENDING) {
            end(Told.State.REFUSED);
        }
    }

    /** What time alone changes. */
    void timePassed(Instant now) {
        if (until == null || now.isBefore(until)) {
            return;
        }
        if (state == Told.State.WAITING) {
            end(Told.State.NOTHING_KEPT);
        } else if (state == Told.State.TOLD || state == Told.State.PENDING) {
            end(Told.State.SILENT);
        }
    }

    void end(Told.State how) {
        state = how;
        nextAt = null;
    }

    boolean isPending() {
        return state == Told.State.PENDING;
    }

    /** Whether the recipient may know although nobody has said so. */
    boolean mayHaveArrived() {
        return tries > 0;
    }

    /** Whether the recipient knows or may know, and has not said that it is done. */
    boolean isBeingWorkedOn() {
        return switch (state) {
            case TOLD, SILENT -> true;
            case PENDING -> mayHaveArrived();
            default -> false;
        };
    }

    /** Whether somebody, or something, has still to say whom it is about. */
    boolean needsPerson() {
        return switch (state) {
            case PENDING, BY_HAND -> true;
            case SILENT -> toldAt == null;
            default -> false;
        };
    }

    Told.State state() {
        return state;
    }

    @Nullable
    Instant until() {
        return until;
    }

    @Nullable
    String errorCode() {
        return errorCode;
    }

    @Nullable
    Instant toldAt() {
        return toldAt;
    }

    @Nullable
    Instant acknowledgedAt() {
        return acknowledgedAt;
    }

    private boolean isNothingToTell() {
        return switch (state) {
            case NOTHING_SENT, NOTHING_KEPT, WAITING, SUPERSEDED -> true;
            default -> false;
        };
    }

    private static Duration pauseAfter(int tries) {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(Math.max(tries, 1) - 1, 12));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }
}
