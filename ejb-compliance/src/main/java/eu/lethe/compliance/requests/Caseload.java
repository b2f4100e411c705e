package eu.lethe.compliance.requests;

import eu.lethe.compliance.audit.AuditAction;
import eu.lethe.compliance.audit.AuditLog;
import eu.lethe.compliance.contacts.Amendment;
import eu.lethe.compliance.contacts.Contacts;
import eu.lethe.compliance.contacts.Contacts.ContactView;
import eu.lethe.compliance.contacts.EmailAddress;
import eu.lethe.compliance.contacts.EmailCodes;
import eu.lethe.compliance.kernel.AccountScope;
import eu.lethe.compliance.kernel.Caller;
import eu.lethe.compliance.kernel.Role;
import eu.lethe.compliance.kernel.Subject;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptors;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The requests members have before them: what there is, what is due, and what is known of each. */
@Stateless
@Interceptors(AccountScope.class)
public class Caseload {

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

    /**
     * @param until the new last day
     * @param text the reason, in the request's language
     */
    public record Extension(LocalDate until, ExtensionGround ground, String text) {}

    /** @param remedy the sentence about complaint and court that Art. 12(4) asks for, in the request's language */
    public record Refusal(
            RefusalGround ground, String text, @Nullable String explanation, String remedy) {}

    /**
     * How the last news, an extension or the answer, reached the person.
     *
     * @param text what somebody has to hand over, in the request's language; null if nobody has to
     */
    public record Delivery(Informed told, @Nullable String text) {}

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
     * @param correction for RECTIFICATION: what is to be known from now on
     * @param answer what was answered
     * @param delivery null as long as there is nothing to tell
     * @param actions what the caller may do now
     * @param grounds on which it may be refused
     */
    public record Details(
            Row row,
            String language,
            @Nullable String email,
            @Nullable String text,
            @Nullable Amendment correction,
            @Nullable String answer,
            List<UUID> persons,
            @Nullable Extension extension,
            @Nullable Refusal refusal,
            @Nullable Delivery delivery,
            @Nullable Instant codeSentAt,
            Set<Action> actions,
            List<RefusalGround> grounds) {}

    /**
     * A visitor a request is about.
     *
     * @param named whether the request names the visitor; if not, the visitor has left the same address, and may be anybody
     */
    public record Known(UUID visitor, boolean named, ContactView contact) {}

    /**
     * How many there are.
     *
     * @param dueSoon not overdue, at most seven days left
     */
    public record Figures(long identity, long open, long inProgress, long dueSoon, long overdue) {}

    private static final int MOST_ROWS = 200;

    @PersistenceContext
    EntityManager em;

    @Inject
    EmailCodes emailCodes;

    @Inject
    Views views;

    @Inject
    Contacts contacts;

    @Inject
    AuditLog audit;

    @Inject
    Clock clock;

    /** What is due first comes first, what is closed last. */
    public Page list(Caller caller, Filter filter, int offset, int limit) {
        mayLook(caller);
        var list = new RequestList(caller.account()).of(filter.state(), filter.kind());
        if (filter.openOnly()) {
            list.open();
        }
        if (filter.overdueOnly()) {
            list.due(null, today().minusDays(1));
        }
        if (filter.person() != null && !filter.person().isBlank()) {
            narrow(list, caller, filter.person().strip());
        }
        var rows = list.rows(em, Math.max(0, offset), Math.min(Math.max(1, limit), MOST_ROWS));
        return new Page(
                rows.stream().map(request -> request.row(clock.instant())).toList(), list.total(em));
    }

    private void narrow(RequestList list, Caller caller, String person) {
        var address = EmailAddress.of(person);
        if (address.isPresent()) {
            list.from(emailCodes.of(caller.account(), address.get()));
        } else {
            list.about(visitorId(person));
        }
    }

    // What is neither an address nor an id finds nobody.
    private static UUID visitorId(String person) {
        try {
            return UUID.fromString(person);
        } catch (IllegalArgumentException neither) {
            return new UUID(0, 0);
        }
    }

    /** Opens a request; the log keeps who opened it. @throws RequestNotFound (404) */
    public Details details(Caller caller, UUID id) {
        mayLook(caller);
        SubjectRequest request = RequestFiles.find(em, caller.account(), id).orElseThrow(RequestNotFound::new);
        audit.record(caller, AuditAction.REQUEST_OPENED, id);
        return views.details(em, request, caller);
    }

    /** Those a request is about, with their contacts as they are, for whoever is to put them right. @throws RequestNotFound (404) */
    public List<Known> known(Caller caller, UUID id) {
        caller.mustBeAny(Role.ADMIN, Role.DPO);
        SubjectRequest request = RequestFiles.find(em, caller.account(), id).orElseThrow(RequestNotFound::new);
        audit.record(caller, AuditAction.REQUEST_OPENED, id);
        List<Subject> named = RequestFiles.named(em, request);
        return RequestFiles.persons(em, request).stream()
                .map(person -> new Known(person.id(), named.contains(person), contacts.own(person)))
                .toList();
    }

    public Figures figures(Caller caller) {
        mayLook(caller);
        return new Figures(
                total(caller, RequestState.IDENTITY),
                total(caller, RequestState.OPEN),
                total(caller, RequestState.IN_PROGRESS),
                new RequestList(caller.account())
                        .due(today(), today().plusDays(DueRequests.SOON))
                        .total(em),
                new RequestList(caller.account())
                        .due(null, today().minusDays(1))
                        .total(em));
    }

    private long total(Caller caller, RequestState state) {
        return new RequestList(caller.account()).of(state, null).total(em);
    }

    private static void mayLook(Caller caller) {
        caller.mustBeAny(Role.ADMIN, Role.DPO, Role.AGENT, Role.AUDITOR);
    }

    private LocalDate today() {
        return SubjectRequest.day(clock.instant());
    }
}
