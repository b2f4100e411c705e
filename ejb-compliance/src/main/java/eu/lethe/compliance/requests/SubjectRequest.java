package eu.lethe.compliance.requests;

import eu.lethe.compliance.kernel.AccountId;
import eu.lethe.compliance.kernel.NotPersonal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What somebody asked about their data, as the ledger keeps it: when it came, how it stands, what became of it. */
@Entity
@Table(schema = "compliance", name = "subject_request")
class SubjectRequest {

    @Id
    @NotPersonal
    private UUID id;

    @NotPersonal
    @Column(name = "account_id")
    private UUID account;

    @NotPersonal
    @Enumerated(EnumType.STRING)
    private RequestKind kind;

    @NotPersonal
    @Enumerated(EnumType.STRING)
    private Channel channel;

    @NotPersonal
    @Enumerated(EnumType.STRING)
    private RequestState state;

    @NotPersonal
    @Enumerated(EnumType.STRING)
    private @Nullable Outcome outcome;

    @NotPersonal
    @Enumerated(EnumType.STRING)
    private @Nullable IdentityMeans identity;

    @NotPersonal
    private String language;

    @NotPersonal
    @Column(name = "received_at")
    private Instant receivedAt;

    @NotPersonal
    @Column(name = "received_on")
    private LocalDate receivedOn;

    @NotPersonal
    @Column(name = "identified_at")
    private @Nullable Instant identifiedAt;

    @NotPersonal
    @Column(name = "paused_on")
    private @Nullable LocalDate pausedOn;

    @NotPersonal
    @Column(name = "paused_days")
    private int pausedDays;

    @NotPersonal
    @Column(name = "due_on")
    private LocalDate dueOn;

    @NotPersonal
    @Enumerated(EnumType.STRING)
    @Column(name = "extension_ground")
    private @Nullable ExtensionGround extensionGround;

    @NotPersonal
    @Enumerated(EnumType.STRING)
    @Column(name = "refusal_ground")
    private @Nullable RefusalGround refusalGround;

    @NotPersonal
    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    @NotPersonal
    @Column(name = "told_at")
    private @Nullable Instant toldAt;

    @NotPersonal
    @Column(name = "letter_id")
    private @Nullable UUID letter;

    @NotPersonal
    @Column(name = "once_code")
    private byte @Nullable [] onceCode;

    @SuppressWarnings("NullAway.Init")
    protected SubjectRequest() {}

    /** How a request begins: who carries it in, in which language its letters are, on which day it reached the company. */
    record Receipt(UUID id, RequestKind kind, Channel channel, String language, LocalDate receivedOn) {}

    static SubjectRequest received(AccountId account, Receipt receipt, byte @Nullable [] onceCode, Instant now) {
        var request = new SubjectRequest();
        request.id = receipt.id();
        request.account = account.value();
        request.kind = receipt.kind();
        request.channel = receipt.channel();
        request.state = RequestState.IDENTITY;
        request.language = receipt.language();
        request.receivedAt = now;
        request.receivedOn = receipt.receivedOn();
        request.onceCode = onceCode;
        request.dueOn = request.deadline().lastDay();
        return request;
    }

    static LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    /** The person was asked to prove who they are: the clock waits for the answer. */
    void asksForIdentity(Instant now) {
        mustBe(state == RequestState.IDENTITY);
        if (pausedOn == null) {
            pausedOn = day(now);
        }
    }

    void identified(IdentityMeans means, Instant now) {
        mustBe(state == RequestState.IDENTITY);
        if (pausedOn != null) {
            pausedDays += Math.toIntExact(ChronoUnit.DAYS.between(pausedOn, day(now)));
            pausedOn = null;
            dueOn = deadline().lastDay();
        }
        identity = means;
        identifiedAt = now;
        state = RequestState.OPEN;
    }

    /** Once, and only as long as the first month lasts, whatever was waited for: the person must hear of it by then. */
    void extend(ExtensionGround ground, Instant now) {
        mustBe(state == RequestState.IDENTITY || state == RequestState.OPEN);
        if (!mayBeExtended(now)) {
            throw new NotExtensible();
        }
        extensionGround = ground;
        dueOn = deadline().lastDay();
    }

    void refuse(RefusalGround ground, Instant now) {
        mustBe(state == RequestState.IDENTITY || state == RequestState.OPEN);
        if (!mayBeRefusedOn(ground)) {
            throw new WrongGround();
        }
        refusalGround = ground;
        close(RequestState.REFUSED, now);
    }

    /** Who has proved who they are cannot be told that they have not. */
    boolean mayBeRefusedOn(RefusalGround ground) {
        return ground.isFor(kind) && (ground != RefusalGround.IDENTITY_NOT_PROVEN || identity == null);
    }

    void carryingOut() {
        mustBe(state == RequestState.OPEN);
        state = RequestState.IN_PROGRESS;
    }

    void done(Outcome what, Instant now) {
        mustBe(state == RequestState.OPEN || state == RequestState.IN_PROGRESS);
        outcome = what;
        close(RequestState.DONE, now);
    }

    void cancel(Instant now) {
        mustBe(state == RequestState.IDENTITY || state == RequestState.OPEN);
        close(RequestState.CANCELLED, now);
    }

    /** There was something the person had to hear of. @param by the letter that tells it, or null if none could be sent */
    void told(@Nullable UUID by, Instant now) {
        letter = by;
        toldAt = now;
    }

    private void close(RequestState how, Instant now) {
        state = how;
        closedAt = now;
        pausedOn = null;
    }

    private void mustBe(boolean asked) {
        if (!asked) {
            throw new WrongState(state);
        }
    }

    private Deadline deadline() {
        return new Deadline(receivedOn, pausedDays, extensionGround != null);
    }

    // What was late before the clock began to wait stays late.
    private boolean isLate(Instant now) {
        LocalDate counted = pausedOn == null ? day(now) : pausedOn;
        return !state.isClosed() && counted.isAfter(dueOn);
    }

    RequestClock clock(Instant now) {
        // While the clock waits, the last day moves along with today.
        LocalDate last = pausedOn == null
                ? dueOn
                : new Deadline(
                                receivedOn,
                                pausedDays + Math.toIntExact(ChronoUnit.DAYS.between(pausedOn, day(now))),
                                extensionGround != null)
                        .lastDay();
        Long left = state.isClosed() ? null : ChronoUnit.DAYS.between(day(now), last);
        return new RequestClock(
                receivedAt, receivedOn, last, left, pausedOn != null, isLate(now), extensionGround != null, closedAt);
    }

    Caseload.Row row(Instant now) {
        return new Caseload.Row(id, kind, channel, state, outcome, identity, clock(now));
    }

    UUID id() {
        return id;
    }

    AccountId account() {
        return new AccountId(account);
    }

    RequestKind kind() {
        return kind;
    }

    Channel channel() {
        return channel;
    }

    RequestState state() {
        return state;
    }

    String language() {
        return language;
    }

    LocalDate dueOn() {
        return dueOn;
    }

    boolean wasTold() {
        return toldAt != null;
    }

    @Nullable
    UUID letter() {
        return letter;
    }

    @Nullable
    Outcome outcome() {
        return outcome;
    }

    @Nullable
    IdentityMeans identity() {
        return identity;
    }

    @Nullable
    ExtensionGround extensionGround() {
        return extensionGround;
    }

    @Nullable
    RefusalGround refusalGround() {
        return refusalGround;
    }

    boolean mayBeExtended(Instant now) {
        LocalDate firstMonth = new Deadline(receivedOn, 0, false).lastDay();
        return (state == RequestState.IDENTITY || state == RequestState.OPEN)
                && extensionGround == null
                && !day(now).isAfter(firstMonth);
    }
}
