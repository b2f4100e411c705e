package eu.lethe.dashboard.pages;

import eu.lethe.chat.conversations.LeadStatus;
import eu.lethe.chat.conversations.Transcripts;
import eu.lethe.chat.conversations.Transcripts.MessageView;
import eu.lethe.chat.conversations.Transcripts.Summary;
import eu.lethe.chat.conversations.Transcripts.Transcript;
import eu.lethe.chat.sites.Sites;
import eu.lethe.compliance.erasure.Cause;
import eu.lethe.compliance.erasure.Erasures;
import eu.lethe.compliance.restrictions.ReadingReason;
import eu.lethe.compliance.restrictions.ReasonNeeded;
import eu.lethe.dashboard.frame.Causes;
import eu.lethe.dashboard.frame.Feedback;
import eu.lethe.dashboard.frame.Links;
import eu.lethe.dashboard.frame.PageNotFound;
import eu.lethe.dashboard.frame.SignedIn;
import jakarta.ejb.EJBException;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One conversation, word for word, with what each answer rests on. */
@Named
@ViewScoped
public class ConversationPage implements Serializable {

    @Inject
    private SignedIn signedIn;

    @Inject
    private Transcripts transcripts;

    @Inject
    private Sites sites;

    @Inject
    private Erasures erasures;

    @Inject
    private Feedback feedback;

    @Inject
    private Links links;

    private @Nullable String id;
    private @Nullable Summary summary;
    private List<MessageView> messages = List.of();
    private String siteName = "";
    private LeadStatus lead = LeadStatus.NONE;
    private boolean closed;
    private @Nullable ReadingReason reason;

    public void load() {
        try {
            show(transcripts.transcript(signedIn.caller(), id()));
        } catch (ReasonNeeded | EJBException refused) {
            // The server wraps what a bean of another module refuses.
            if (!(Causes.of(refused) instanceof ReasonNeeded)) {
                throw refused;
            }
            closed = true;
        }
    }

    /** Opens what may only be stored, for a reason that the log keeps. */
    public void open() {
        var why = reason;
        if (why != null && feedback.attempt(() -> show(transcripts.transcript(signedIn.caller(), id(), why)))) {
            closed = false;
        }
    }

    private void show(Transcript transcript) {
        summary = transcript.summary();
        messages = transcript.messages();
        lead = transcript.summary().leadStatus();
        siteName = sites.name(signedIn.caller(), transcript.summary().site()).orElse("");
    }

    private UUID id() {
        return PageNotFound.orId(id);
    }

    public void changeLead() {
        if (feedback.attempt(() -> transcripts.setLeadStatus(signedIn.caller(), id(), lead))) {
            feedback.done("conversation.lead.saved");
        }
    }

    public void delete() {
        feedback.attempt(() -> {
            var receipt = transcripts.delete(signedIn.caller(), id());
            feedback.done("conversation.deleted");
            links.open("/erasure?id=" + receipt.job());
        });
    }

    /** Forgets the visitor with everything, and shows how that goes on. */
    public void forget() {
        var known = summary;
        if (known != null) {
            feedback.attempt(() -> {
                var receipt = erasures.erase(signedIn.caller(), known.visitor(), Cause.DESK);
                feedback.done("conversation.forgotten");
                links.open("/erasure?id=" + receipt.job());
            });
        }
    }

    /** Whether it may be stored and nothing else, and nobody has said yet why it is to be read. */
    public boolean isClosed() {
        return closed;
    }

    public ReadingReason[] reasons() {
        return ReadingReason.values();
    }

    public @Nullable ReadingReason getReason() {
        return reason;
    }

    public void setReason(@Nullable ReadingReason reason) {
        this.reason = reason;
    }

    public @Nullable Summary summary() {
        return summary;
    }

    public List<MessageView> messages() {
        return messages;
    }

    public String siteName() {
        return siteName;
    }

    public LeadStatus[] leads() {
        return LeadStatus.values();
    }

    public LeadStatus getLead() {
        return lead;
    }

    public void setLead(LeadStatus lead) {
        this.lead = lead;
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }
}
