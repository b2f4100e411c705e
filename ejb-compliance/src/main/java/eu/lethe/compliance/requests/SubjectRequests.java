package eu.lethe.compliance.requests;

import eu.lethe.compliance.contacts.Contacts;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.Caller;
import jakarta.ejb.Stateless;
import jakarta.interceptor.Interceptors;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The requests of people, as members work on them. */
@Stateless
@Interceptors(AccountScope.class)
public class SubjectRequests {

    /** @param person an e-mail address or the id of a visitor, or null for anybody's */
    public record Filter(
            @Nullable RequestState state,
            @Nullable RequestKind kind,
            boolean openOnly,
            boolean overdueOnly,
            @Nullable String person) {}

    /** @param identity how identity was proved, null if it was not */
    public record Row(
            UUID id,
            RequestKind kind,
            Channel channel,
            RequestState state,
            @Nullable Outcome outcome,
            @Nullable IdentityMeans identity,
            RequestClock clock) {}

    public record Page(List<Row> rows, long total) {}

    /** @param until the new last day */
    public record Extension(LocalDate until, ExtensionGround ground) {}

    /** @param remedy the sentence about complaint and court that Art. 12(4) asks for, in the request's language */
    public record Refusal(
            RefusalGround ground, String text, @Nullable String explanation, String remedy) {}

    /** What a member may do with a request as it stands. */
    public enum Action {
        SEND_CODE,
        CONFIRM,
        EXTEND,
        REFUSE,
        CARRY_OUT,
        CANCEL
    }

    /**
     * Everything about one request. What was said is null once the person is erased.
     *
     * @param persons the visitors it is about, as far as they are known and not erased
     * @param text what the person wrote
     * @param answer what was answered
     * @param actions what the caller may do now
     * @param grounds on which it may be refused
     */
    public record Details(
            Row row,
            String language,
            @Nullable String email,
            @Nullable String text,
            Contacts.@Nullable Correction correction,
            @Nullable String answer,
            List<UUID> persons,
            @Nullable Extension extension,
            @Nullable Refusal refusal,
            @Nullable Instant codeSentAt,
            Set<Action> actions,
            List<RefusalGround> grounds) {}

    /**
     * A request that somebody files for a person.
     *
     * @param email the address the person gives, or null
     * @param visitor the visitor it is about, or null; one of the two is needed
     * @param correction for RECTIFICATION: what is to be known from now on, or null
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
            Contacts.@Nullable Correction correction,
            String language,
            @Nullable LocalDate receivedOn,
            @Nullable String idempotencyKey) {}

    /**
     * One visitor's erasure.
     *
     * @param code the receipt code for the person, this once; null if it went to the person by mail
     */
    public record Erased(UUID certificate, @Nullable String code) {}

    /** @param erased for ERASURE and WITHDRAWAL: one entry a visitor */
    public record Carried(Row row, List<Erased> erased) {}

    /**
     * How many there are.
     *
     * @param dueSoon not overdue, at most seven days left
     */
    public record Figures(long identity, long open, long inProgress, long dueSoon, long overdue) {}

    public Page list(Caller caller, Filter filter, int offset, int limit) {
        throw new UnsupportedOperationException();
    }

    /** Opens a request; the log keeps who opened it. @throws RequestNotFound (404) */
    public Details details(Caller caller, UUID request) {
        throw new UnsupportedOperationException();
    }

    public Figures figures(Caller caller) {
        throw new UnsupportedOperationException();
    }

    /** Writes down a request of somebody whose identity is still to be proved. @throws InvalidFiling naming the field */
    public UUID receive(Caller caller, Filing filing) {
        throw new UnsupportedOperationException();
    }

    /** Sends a code to the address given with the request. */
    public void sendCode(Caller caller, UUID request) {
        throw new UnsupportedOperationException();
    }

    /** Takes the code the person reads to the member. */
    public void confirm(Caller caller, UUID request, String code) {
        throw new UnsupportedOperationException();
    }

    /** Takes the member's word for how identity was proved; the log keeps whose word it was. */
    public void confirm(Caller caller, UUID request, IdentityMeans means) {
        throw new UnsupportedOperationException();
    }

    /** Takes up to two more months, once, within the first one; the person is told. */
    public void extend(Caller caller, UUID request, ExtensionGround ground) {
        throw new UnsupportedOperationException();
    }

    /** Refuses on a ground the law names; the person is told, with the remedies. */
    public void refuse(Caller caller, UUID request, RefusalGround ground, @Nullable String explanation) {
        throw new UnsupportedOperationException();
    }

    /**
     * Does what was asked.
     *
     * @param answer a sentence of the company's own for the person; needed for HUMAN_REVIEW
     */
    public Carried carryOut(Caller caller, UUID request, @Nullable String answer) {
        throw new UnsupportedOperationException();
    }

    /** The person has taken it back. */
    public void cancel(Caller caller, UUID request) {
        throw new UnsupportedOperationException();
    }
}
