package eu.lethe.compliance.requests;

import eu.lethe.compliance.audit.AuditAction;
import eu.lethe.compliance.audit.AuditLog;
import eu.lethe.compliance.contacts.Amendment;
import eu.lethe.compliance.contacts.Contacts;
import eu.lethe.compliance.contacts.EmailAddress;
import eu.lethe.compliance.erasure.Kept;
import eu.lethe.compliance.erasure.Receipt;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.Caller;
import eu.lethe.compliance.kernel.Role;
import eu.lethe.compliance.restrictions.Ground;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The requests of people, as members decide them. {@link Caseload} shows them. */
@Stateless
@Interceptors(AccountScope.class)
public class SubjectRequests {

    /**
     * A request that somebody files for a person.
     *
     * @param email the address the person gives, or null
     * @param visitor the visitor it is about, or null; one of the two is needed
     * @param correction for RECTIFICATION: what is to be known from now on, the rest stays; or null
     * @param language en, de or fi: of the letters to the person
     * @param receivedOn the day it reached the company, or null for today
     * @param idempotencyKey the same key again files nothing and gives the same request; null for none
     */
    public record Filing(
            RequestKind kind,
            Channel channel,
            @Nullable String email,
            @Nullable UUID visitor,
            @Nullable String text,
            @Nullable Amendment correction,
            String language,
            @Nullable LocalDate receivedOn,
            @Nullable String idempotencyKey) {}

    /**
     * One visitor's erasure.
     *
     * @param code the receipt code for the person, this once; null if it went to the person by mail
     * @param kept why something of the visitor stays for now
     */
    public record Erased(UUID certificate, @Nullable String code, List<Kept> kept) {

        static Erased of(Receipt receipt) {
            return new Erased(receipt.certificate(), receipt.code(), receipt.kept());
        }

        static Erased withoutCode(Receipt receipt) {
            return new Erased(receipt.certificate(), null, receipt.kept());
        }
    }

    /**
     * @param erased one entry for each visitor who was erased
     * @param told how the person hears of it
     */
    public record Carried(Caseload.Row row, List<Erased> erased, Informed told) {}

    /**
     * How a request is carried out.
     *
     * @param answer a sentence of the company's own for the person; needed for HUMAN_REVIEW, and for RECTIFICATION without a correction
     * @param keep for OBJECTION and WITHDRAWAL: the data stays, restricted for good, instead of being erased (Art. 17(1)(b), (c))
     * @param ground for RESTRICTION
     * @param correcting for RECTIFICATION: the visitors whose contact is put right; null for those the request names
     */
    public record Carrying(
            @Nullable String answer,
            boolean keep,
            Ground ground,
            @Nullable Set<UUID> correcting) {

        public static Carrying plainly() {
            return new Carrying(null, false, Ground.ACCURACY_CONTESTED, null);
        }
    }

    private static final int OLDEST_DAYS = 365;
    private static final int LONGEST_KEY = 200;

    @PersistenceContext
    EntityManager em;

    @Inject
    Intake intake;

    @Inject
    Casework casework;

    @Inject
    IdentityCodes codes;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /** Writes down a request of somebody whose identity is still to be proved. @throws InvalidFiling naming the field */
    public UUID receive(Caller caller, Filing filing) {
        caller.mustBeAny(Role.ADMIN, Role.DPO, Role.AGENT);
        var said = said(filing);
        byte[] once = once(caller, filing.idempotencyKey());
        if (once != null) {
            var again = intake.again(em, caller.account(), once);
            if (again.isPresent()) {
                return again.get().id();
            }
        }
        var receipt = new SubjectRequest.Receipt(
                UUID.randomUUID(),
                filing.kind(),
                filing.channel(),
                RequestTexts.known(filing.language()),
                receivedOn(filing));
        var request = SubjectRequest.received(caller.account(), receipt, once, clock.instant());
        em.persist(request);
        em.flush();
        intake.keep(em, request, said);
        casework.received(em, request, filing.visitor(), said.email());
        audit.record(caller, AuditAction.REQUEST_RECEIVED, request.id());
        return request.id();
    }

    private RequestWords.Said said(Filing filing) {
        if (filing.channel() != Channel.DESK && filing.channel() != Channel.API) {
            throw InvalidFiling.channel();
        }
        String email = Intake.tidy(filing.email());
        if (email == null && filing.visitor() == null) {
            throw InvalidFiling.person();
        }
        if (filing.correction() != null) {
            Contacts.mustBeValid(filing.correction());
        }
        return new RequestWords.Said(
                email == null ? null : EmailAddress.of(email).orElseThrow(InvalidFiling::email),
                Intake.tidy(filing.text()),
                filing.correction());
    }

    private LocalDate receivedOn(Filing filing) {
        LocalDate day = filing.receivedOn() == null ? today() : filing.receivedOn();
        if (day.isAfter(today()) || day.isBefore(today().minusDays(OLDEST_DAYS))) {
            throw InvalidFiling.receivedOn();
        }
        return day;
    }

    private byte @Nullable [] once(Caller caller, @Nullable String key) {
        if (key == null) {
            return null;
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw InvalidFiling.onceKey();
        }
        return intake.once(caller.account(), caller.member() + "|" + key);
    }

    /**
     * Sends a code to the address given with the request.
     *
     * @throws NoAddress if there is none (409)
     * @throws MailNotConfigured if no letter can be sent (503)
     * @throws TooManyCodes (429)
     */
    public void sendCode(Caller caller, UUID id) {
        SubjectRequest request = toDecide(caller, id);
        intake.askForProof(
                request, casework.address(em, request).orElseThrow(NoAddress::new), IdentityCodes.Wish.MEMBER);
        audit.record(caller, AuditAction.REQUEST_CODE_SENT, id);
    }

    /**
     * Takes the code the person reads to the member.
     *
     * @throws CodeWrong (403) or {@link CodeExpired} (410)
     * @throws CodeNotEnough if the request names a visitor who has not left that address (409)
     */
    public void confirm(Caller caller, UUID id, String code) {
        mayDecide(caller);
        if (RequestFiles.find(em, caller.account(), id).isEmpty()) {
            throw new RequestNotFound();
        }
        switch (codes.redeem(caller.account(), id, code)) {
            case WRONG -> throw new CodeWrong();
            case OVER -> throw new CodeExpired();
            case RIGHT ->
                casework.identified(em, RequestFiles.locked(em, caller.account(), id), IdentityMeans.EMAIL_CODE);
        }
    }

    /** Takes the member's word for how identity was proved; the log keeps whose word it was. */
    public void confirm(Caller caller, UUID id, IdentityMeans means) {
        if (!means.isStated()) {
            throw InvalidFiling.means();
        }
        casework.identified(em, toDecide(caller, id), means);
        audit.record(caller, AuditAction.REQUEST_IDENTIFIED, id);
    }

    /** Takes up to two more months, once, within the first one, and tells the person. @throws NotExtensible (409) */
    public Informed extend(Caller caller, UUID id, ExtensionGround ground) {
        SubjectRequest request = toDecide(caller, id);
        request.extend(ground, clock.instant());
        Informed told = casework.tellExtended(em, request, ground);
        audit.record(caller, AuditAction.REQUEST_EXTENDED, id);
        return told;
    }

    /** Refuses on a ground the law names and tells the person, with the remedies. @throws WrongGround (400) */
    public Informed refuse(Caller caller, UUID id, RefusalGround ground, @Nullable String explanation) {
        SubjectRequest request = toDecide(caller, id);
        request.refuse(ground, clock.instant());
        Informed told = casework.refused(em, request, ground, Intake.tidy(explanation));
        audit.record(caller, AuditAction.REQUEST_REFUSED, id);
        return told;
    }

    /** Does what was asked and tells the person. Reports and exports are made by AccessReports and Exports before. */
    public Carried carryOut(Caller caller, UUID id, Carrying how) {
        SubjectRequest request = toDecide(caller, id);
        List<Erased> erased = casework.carryOut(em, request, how);
        audit.record(caller, AuditAction.REQUEST_CARRIED_OUT, id);
        return new Carried(request.row(clock.instant()), erased, casework.told(em, request));
    }

    /** The person has taken it back. */
    public void cancel(Caller caller, UUID id) {
        SubjectRequest request = toDecide(caller, id);
        request.cancel(clock.instant());
        casework.goOn(em, request);
        audit.record(caller, AuditAction.REQUEST_CANCELLED, id);
    }

    private SubjectRequest toDecide(Caller caller, UUID id) {
        mayDecide(caller);
        return RequestFiles.locked(em, caller.account(), id);
    }

    private static void mayDecide(Caller caller) {
        caller.mustBeAny(Role.ADMIN, Role.DPO);
    }

    private LocalDate today() {
        return SubjectRequest.day(clock.instant());
    }
}
