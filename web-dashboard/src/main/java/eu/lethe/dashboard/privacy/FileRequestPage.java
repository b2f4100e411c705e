package eu.lethe.dashboard.privacy;

import eu.lethe.compliance.contacts.Amendment;
import eu.lethe.compliance.contacts.ContactField;
import eu.lethe.compliance.kernel.Role;
import eu.lethe.compliance.requests.Channel;
import eu.lethe.compliance.requests.RequestKind;
import eu.lethe.compliance.requests.SubjectRequests;
import eu.lethe.compliance.requests.SubjectRequests.Filing;
import eu.lethe.dashboard.frame.Display;
import eu.lethe.dashboard.frame.Feedback;
import eu.lethe.dashboard.frame.Ids;
import eu.lethe.dashboard.frame.Links;
import eu.lethe.dashboard.frame.SignedIn;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes down a request that reached the company by letter, telephone or in person. */
@Named
@ViewScoped
public class FileRequestPage implements Serializable {

    @Inject
    private SignedIn signedIn;

    @Inject
    private SubjectRequests requests;

    @Inject
    private Feedback feedback;

    @Inject
    private Links links;

    @Inject
    private Display display;

    // One click is one request, however often the browser sends it.
    private final String key = UUID.randomUUID().toString();
    private RequestKind kind = RequestKind.ACCESS;
    private @Nullable String email;
    private @Nullable String visitor;
    private @Nullable String detail;
    private @Nullable String language;
    private @Nullable LocalDate receivedOn;
    private @Nullable String newName;
    private @Nullable String newEmail;
    private @Nullable String newPhone;
    private ContactField[] remove = {};

    public void load() {
        signedIn.caller().mustBeAny(Role.ADMIN, Role.DPO, Role.AGENT);
        if (language == null) {
            language = display.locale().getLanguage();
        }
    }

    public void file() {
        UUID person = null;
        if (visitor != null) {
            person = Ids.of(visitor).orElse(null);
            if (person == null) {
                feedback.refuse("visitor", "problem.visitor-unknown");
                return;
            }
        }
        UUID known = person;
        feedback.attempt(() -> open(requests.receive(signedIn.caller(), filing(known))));
    }

    private void open(UUID request) {
        feedback.done("request.filed");
        links.open("/request?id=" + request);
    }

    private Filing filing(@Nullable UUID person) {
        return new Filing(
                kind,
                Channel.DESK,
                email,
                person,
                detail,
                isCorrecting() ? new Amendment(newName, newEmail, newPhone, Set.of(remove)) : null,
                language == null ? "en" : language,
                receivedOn,
                key);
    }

    private boolean isCorrecting() {
        return kind == RequestKind.RECTIFICATION
                && (newName != null || newEmail != null || newPhone != null || remove.length > 0);
    }

    public ContactField[] contactFields() {
        return ContactField.values();
    }

    public RequestKind[] kinds() {
        return RequestKind.values();
    }

    public RequestKind getKind() {
        return kind;
    }

    public void setKind(RequestKind kind) {
        this.kind = kind;
    }

    public @Nullable String getEmail() {
        return email;
    }

    public void setEmail(@Nullable String email) {
        this.email = email == null ? null : email.strip();
    }

    public @Nullable String getVisitor() {
        return visitor;
    }

    public void setVisitor(@Nullable String visitor) {
        this.visitor = visitor;
    }

    public @Nullable String getDetail() {
        return detail;
    }

    public void setDetail(@Nullable String detail) {
        this.detail = detail;
    }

    public @Nullable String getLanguage() {
        return language;
    }

    public void setLanguage(@Nullable String language) {
        this.language = language;
    }

    public @Nullable LocalDate getReceivedOn() {
        return receivedOn;
    }

    public void setReceivedOn(@Nullable LocalDate receivedOn) {
        this.receivedOn = receivedOn;
    }

    public @Nullable String getNewName() {
        return newName;
    }

    public void setNewName(@Nullable String newName) {
        this.newName = newName;
    }

    public @Nullable String getNewEmail() {
        return newEmail;
    }

    public void setNewEmail(@Nullable String newEmail) {
        this.newEmail = newEmail;
    }

    public @Nullable String getNewPhone() {
        return newPhone;
    }

    public void setNewPhone(@Nullable String newPhone) {
        this.newPhone = newPhone;
    }

    public ContactField[] getRemove() {
        return remove.clone();
    }

    public void setRemove(ContactField[] remove) {
        this.remove = remove.clone();
    }
}
