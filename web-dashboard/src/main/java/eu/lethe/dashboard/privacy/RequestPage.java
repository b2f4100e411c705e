package eu.lethe.dashboard.privacy;

import eu.lethe.compliance.contacts.ContactField;
import eu.lethe.compliance.erasure.ErasureLedger;
import eu.lethe.compliance.erasure.ErasureNotFound;
import eu.lethe.compliance.erasure.Progress;
import eu.lethe.compliance.mail.Mailbox;
import eu.lethe.compliance.recipients.Notices;
import eu.lethe.compliance.recipients.Told;
import eu.lethe.compliance.reports.AccessReports;
import eu.lethe.compliance.reports.Download;
import eu.lethe.compliance.reports.Exports;
import eu.lethe.compliance.reports.Format;
import eu.lethe.compliance.requests.Caseload;
import eu.lethe.compliance.requests.Caseload.Action;
import eu.lethe.compliance.requests.Caseload.Details;
import eu.lethe.compliance.requests.Caseload.Known;
import eu.lethe.compliance.requests.Channel;
import eu.lethe.compliance.requests.RequestKind;
import eu.lethe.compliance.requests.RequestState;
import eu.lethe.compliance.requests.SubjectRequests;
import eu.lethe.compliance.requests.SubjectRequests.Erased;
import eu.lethe.dashboard.frame.Downloads;
import eu.lethe.dashboard.frame.Feedback;
import eu.lethe.dashboard.frame.Links;
import eu.lethe.dashboard.frame.PageNotFound;
import eu.lethe.dashboard.frame.SignedIn;
import eu.lethe.dashboard.frame.Texts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One request: what was asked, what happened, what is to be done, until when. */
@Named
@ViewScoped
public class RequestPage implements Serializable {

    private static final String RECEIPTS = "receipts";
    private static final Set<RequestKind> ERASING =
            EnumSet.of(RequestKind.ERASURE, RequestKind.OBJECTION, RequestKind.WITHDRAWAL);

    @Inject
    private SignedIn signedIn;

    @Inject
    private Caseload cases;

    @Inject
    private SubjectRequests requests;

    @Inject
    private ErasureLedger ledger;

    @Inject
    private Notices notices;

    @Inject
    private AccessReports reports;

    @Inject
    private Exports exports;

    @Inject
    private Downloads downloads;

    @Inject
    private Mailbox mailbox;

    @Inject
    private Feedback feedback;

    @Inject
    private Texts texts;

    @Inject
    private Links links;

    private @Nullable String id;
    private @Nullable Details details;
    private @Nullable Progress erasure;
    private List<Erased> receipts = List.of();
    private List<Known> known = List.of();
    private List<Told> told = List.of();
    private final RequestForm form = new RequestForm();

    public void load() {
        details = cases.details(signedIn.caller(), id());
        erasure = erasureOf(details.row().kind());
        receipts = receiptsOf();
        told = notices.ofRequest(signedIn.caller(), id()).stream()
                .filter(each -> each.copies() > 0)
                .toList();
        known = details.correction() != null && may("CARRY_OUT") ? cases.known(signedIn.caller(), id()) : List.of();
        form.setCorrecting(known.stream()
                .filter(Known::named)
                .map(one -> one.visitor().toString())
                .toArray(String[]::new));
        told = notices.ofRequest(signedIn.caller(), id()).stream()
                .filter(each -> each.copies() > 0)
                .toList();
    }

    /** Whose contact a correction may be written into, with the contacts as they are. */
    public List<Known> known() {
        return known;
    }

    /** Who a visitor is, as far as the visitor has said. */
    public String label(Known one) {
        var contact = one.contact();
        String said = Stream.of(contact.name(), contact.email(), contact.phone())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "));
        return texts.of(
                one.named() ? "request.correcting.named" : "request.correcting.found",
                one.visitor().toString(),
                said.isEmpty() ? texts.of("request.correcting.nothing") : said);
    }

    /** What becomes of a field of the contact. */
    public String corrected(ContactField field) {
        var correction = Objects.requireNonNull(Objects.requireNonNull(details).correction());
        if (correction.remove().contains(field)) {
            return texts.of("request.correction.removed");
        }
        String wanted = switch (field) {
            case NAME -> correction.name();
            case EMAIL -> correction.email();
            case PHONE -> correction.phone();
        };
        return wanted == null ? texts.of("request.correction.stays") : wanted;
    }

    private @Nullable Progress erasureOf(RequestKind kind) {
        if (!ERASING.contains(kind)) {
            return null;
        }
        try {
            return ledger.ofRequest(signedIn.caller(), id());
        } catch (ErasureNotFound notYet) {
            return null;
        }
    }

    private List<Erased> receiptsOf() {
        return links.handed(RECEIPTS) instanceof List<?> handed
                ? handed.stream().map(Erased.class::cast).toList()
                : List.of();
    }

    private UUID id() {
        return PageNotFound.orId(id);
    }

    public void sendCode() {
        act("request.code.sent", () -> requests.sendCode(signedIn.caller(), id()));
    }

    public void confirmCode() {
        act("request.confirmed", () -> requests.confirm(signedIn.caller(), id(), form.code()));
    }

    public void confirmMeans() {
        act("request.confirmed", () -> requests.confirm(signedIn.caller(), id(), form.means()));
    }

    public void extend() {
        tell(
                "request.extended",
                () -> requests.extend(signedIn.caller(), id(), form.extensionGround())
                        .name());
    }

    public void refuse() {
        tell(
                "request.refused",
                () -> requests.refuse(signedIn.caller(), id(), form.refusalGround(), form.getExplanation())
                        .name());
    }

    public void carryOut() {
        tell("request.carried", () -> {
            var carried = requests.carryOut(signedIn.caller(), id(), form.carrying());
            links.hand(RECEIPTS, carried.erased());
            // Nobody could be sent the receipts of all at once.
            return carried.row().state() == RequestState.OPEN
                    ? "PART"
                    : carried.told().name();
        });
    }

    public void cancel() {
        act("request.cancelled", () -> requests.cancel(signedIn.caller(), id()));
    }

    // The person is said to be told only if somebody or something does so.
    private void tell(String done, Supplier<String> what) {
        var told = new AtomicReference<String>();
        if (feedback.attempt(() -> told.set(what.get()))) {
            feedback.done(done + "." + told.get());
            links.open("/request?id=" + id());
        }
    }

    /** Whether a letter to the person can be sent. */
    public boolean isReachable() {
        return details != null
                && (details.email() != null
                                && mailbox.isConfigured(signedIn.caller().account())
                        || details.row().channel() == Channel.WIDGET);
    }

    private void act(String done, Runnable what) {
        if (feedback.attempt(what)) {
            feedback.done(done);
            links.open("/request?id=" + id());
        }
    }

    /** @param format one of the forms of a report */
    public void report(UUID person, String format) {
        send(() -> reports.report(signedIn.caller(), person, language(), Format.valueOf(format)));
    }

    public void export(UUID person) {
        send(() -> exports.export(signedIn.caller(), person));
    }

    private void send(Supplier<Download> file) {
        feedback.attempt(() -> {
            var made = file.get();
            downloads.send(made.name(), made.mediaType(), out -> out.write(made.bytes()));
        });
    }

    // The person reads it, not the member.
    private Locale language() {
        return Locale.forLanguageTag(Objects.requireNonNull(details).language());
    }

    public boolean may(String action) {
        return details != null && details.actions().contains(Action.valueOf(action));
    }

    /** Whether there is something to hand over, and it is known to whom. */
    public boolean isHandingOver() {
        return details != null
                && signedIn.isOfficer()
                && !details.persons().isEmpty()
                && details.row().identity() != null
                && (details.row().kind() == RequestKind.ACCESS || details.row().kind() == RequestKind.PORTABILITY);
    }

    public @Nullable Details details() {
        return details;
    }

    public @Nullable Progress erasure() {
        return erasure;
    }

    /** What the person needs to prove later that a certificate is about them; gone with this page. */
    public List<Erased> receipts() {
        return receipts;
    }

    /** Which recipients were told of it, or are to be. */
    public List<Told> told() {
        return told;
    }

    public RequestForm getForm() {
        return form;
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }
}
