package eu.lethe.compliance.recipients;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.NotPersonal;
import eu.lethe.compliance.kernel.PersonalData;
import eu.lethe.compliance.kernel.PersonalData.Category;
import eu.lethe.compliance.kernel.PersonalData.Purpose;
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

/** What one recipient has to be told after one erasure, and how far that has come. */
@Entity
@Table(schema = "compliance", name = "erasure_notice")
@NamedQuery(
        name = "ErasureNotice.ofJob",
        query = "select n, r from ErasureNotice n join Recipient r on r.id = n.recipient"
                + " where n.account = :account and n.job = :job order by r.category, r.id")
@NamedQuery(
        name = "ErasureNotice.open",
        query = "select n, r from ErasureNotice n join Recipient r on r.id = n.recipient"
                + " where n.account = :account and n.state in :states order by n.createdAt, n.id")
class ErasureNotice {

    /** A recipient who says nothing for this long is somebody's business. */
    static final Duration PATIENCE = Duration.ofDays(30);

    // The erasure itself tells first; only what it leaves undone is the timer's.
    private static final Duration HEAD_START = Duration.ofSeconds(30);
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);

    @Id
    @NotPersonal
    private UUID id;

    @NotPersonal
    @Column(name = "account_id")
    private UUID account;

    @NotPersonal
    @Column(name = "job_id")
    private UUID job;

    @NotPersonal
    @Column(name = "recipient_id")
    private UUID recipient;

    @NotPersonal
    @Enumerated(EnumType.STRING)
    private Told.State state;

    @NotPersonal
    private int copies;

    @NotPersonal
    private @Nullable Instant until;

    @Column(name = "sealed_person")
    @PersonalData(category = Category.IDENTIFIER, purpose = Purpose.ADMINISTRATION, sealed = true)
    private byte @Nullable [] sealedPerson;

    @NotPersonal
    @Column(name = "keeps_key")
    private boolean keepsKey;

    @NotPersonal
    private int tries;

    @NotPersonal
    @Column(name = "next_at")
    private @Nullable Instant nextAt;

    @NotPersonal
    @Column(name = "error_code")
    private @Nullable String errorCode;

    @NotPersonal
    @Column(name = "created_at")
    private Instant createdAt;

    @NotPersonal
    @Column(name = "told_at")
    private @Nullable Instant toldAt;

    @NotPersonal
    @Column(name = "acknowledged_at")
    private @Nullable Instant acknowledgedAt;

    @SuppressWarnings("NullAway.Init")
    protected ErasureNotice() {}

    private static ErasureNotice of(AccountId account, UUID job, UUID recipient, int copies, Instant now) {
        var notice = new ErasureNotice();
        notice.id = UUID.randomUUID();
        notice.account = account.value();
        notice.job = job;
        notice.recipient = recipient;
        notice.copies = copies;
        notice.createdAt = now;
        return notice;
    }

    /** For a recipient with nothing to tell: nothing was sent, nothing is kept, or somebody has to do it by hand. */
    static ErasureNotice settled(
            AccountId account, UUID job, UUID recipient, int copies, Told.State state, Instant now) {
        var notice = of(account, job, recipient, copies, now);
        notice.state = state;
        return notice;
    }

    /** For a recipient who drops everything by itself. */
    static ErasureNotice waiting(AccountId account, UUID job, UUID recipient, int copies, Instant until, Instant now) {
        var notice = of(account, job, recipient, copies, now);
        notice.state = Told.State.WAITING;
        notice.until = until;
        notice.nextAt = until;
        return notice;
    }

    static ErasureNotice pending(
            AccountId account, UUID job, UUID recipient, int copies, byte[] sealedPerson, Instant now) {
        var notice = of(account, job, recipient, copies, now);
        notice.state = Told.State.PENDING;
        notice.sealedPerson = sealedPerson;
        notice.until = now.plus(PATIENCE);
        notice.nextAt = now.plus(HEAD_START);
        return notice;
    }

    /** Takes the notice for one attempt; whoever dies during it loses it again. */
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
            sealedPerson = null;
        }
    }

    void failed(String code, Instant now) {
        if (state == Told.State.PENDING) {
            errorCode = code;
            nextAt = now.plus(pauseAfter(tries));
        }
    }

    /** The recipient, or a member who asked them, says that it is done; a second time changes nothing. */
    boolean acknowledged(Instant now) {
        if (state == Told.State.ACKNOWLEDGED || isNothingToTell()) {
            return false;
        }
        close(Told.State.ACKNOWLEDGED);
        toldAt = toldAt == null ? now : toldAt;
        acknowledgedAt = now;
        return true;
    }

    void refused() {
        if (state == Told.State.TOLD || state == Told.State.PENDING) {
            close(Told.State.REFUSED);
        }
    }

    /** The recipient has no address for notices any more. */
    void lostAddress() {
        close(Told.State.BY_HAND);
    }

    /** What time alone changes. */
    void timePassed(Instant now) {
        if (until == null || now.isBefore(until)) {
            return;
        }
        if (state == Told.State.WAITING) {
            close(Told.State.NOTHING_KEPT);
        } else if (state == Told.State.TOLD || state == Told.State.PENDING) {
            close(Told.State.SILENT);
        }
    }

    boolean isPending() {
        return state == Told.State.PENDING;
    }

    UUID id() {
        return id;
    }

    AccountId account() {
        return new AccountId(account);
    }

    UUID job() {
        return job;
    }

    UUID recipient() {
        return recipient;
    }

    Instant createdAt() {
        return createdAt;
    }

    byte[] sealedPerson() {
        if (sealedPerson == null) {
            throw new IllegalStateException("notice " + id + " was delivered");
        }
        return sealedPerson;
    }

    Told told(Recipient to) {
        return new Told(
                id,
                job,
                recipient,
                to.details().name(),
                to.details().category(),
                state,
                copies,
                errorCode,
                createdAt,
                toldAt,
                acknowledgedAt,
                until);
    }

    private boolean isNothingToTell() {
        return state == Told.State.NOTHING_SENT || state == Told.State.NOTHING_KEPT || state == Told.State.WAITING;
    }

    private void close(Told.State end) {
        state = end;
        sealedPerson = null;
        nextAt = null;
    }

    private static Duration pauseAfter(int tries) {
        Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(Math.max(tries, 1) - 1, 12));
        return doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    }
}
