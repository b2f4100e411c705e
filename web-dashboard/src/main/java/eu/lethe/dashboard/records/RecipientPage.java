package eu.lethe.dashboard.records;

import eu.lethe.compliance.kernel.Role;
import eu.lethe.compliance.recipients.RecipientState;
import eu.lethe.compliance.recipients.Recipients;
import eu.lethe.compliance.recipients.Recipients.RecipientView;
import eu.lethe.dashboard.frame.Feedback;
import eu.lethe.dashboard.frame.Links;
import eu.lethe.dashboard.frame.PageNotFound;
import eu.lethe.dashboard.frame.SignedIn;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One recipient: who they are, and whether they may be given anything yet; or a new one where the address names none. */
@Named
@ViewScoped
public class RecipientPage implements Serializable {

    @Inject
    private SignedIn signedIn;

    @Inject
    private Recipients recipients;

    @Inject
    private Feedback feedback;

    @Inject
    private Links links;

    private @Nullable String id;
    private @Nullable RecipientView saved;
    private RecipientForm form = new RecipientForm();

    public void load() {
        if (id == null) {
            signedIn.caller().mustBeAny(Role.ADMIN, Role.DPO);
            return;
        }
        signedIn.caller().mustBeAny(Role.ADMIN, Role.DPO, Role.AUDITOR);
        UUID wanted = PageNotFound.orId(id);
        saved = recipients.list(signedIn.caller()).stream()
                .filter(each -> each.id().equals(wanted))
                .findFirst()
                .orElseThrow(PageNotFound::new);
        form = RecipientForm.of(saved.details());
    }

    public void save() {
        if (id == null) {
            feedback.attempt(this::add);
        } else {
            act(() -> recipients.change(signedIn.caller(), PageNotFound.orId(id), form.details()), "recipient.saved");
        }
    }

    private void add() {
        UUID added = recipients.add(signedIn.caller(), form.details());
        feedback.done("recipient.added");
        links.open("/recipient?id=" + added);
    }

    public void announce() {
        act(() -> recipients.announce(signedIn.caller(), PageNotFound.orId(id)), "recipient.announced");
    }

    public void approve() {
        act(() -> recipients.approve(signedIn.caller(), PageNotFound.orId(id)), "recipient.approved");
    }

    public void end() {
        act(() -> recipients.end(signedIn.caller(), PageNotFound.orId(id)), "recipient.ended");
    }

    private void act(Runnable what, String done) {
        if (feedback.attempt(what)) {
            feedback.done(done);
            links.open("/recipient?id=" + id);
        }
    }

    public boolean isFresh() {
        return id == null;
    }

    /** Whether it can be changed still: whoever is over stays as they were. */
    public boolean isOpen() {
        return signedIn.isOfficer() && (saved == null || saved.state() != RecipientState.ENDED && !saved.byOperator());
    }

    public @Nullable RecipientView saved() {
        return saved;
    }

    public RecipientForm getForm() {
        return form;
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }
}
