package eu.lethe.dashboard.pages;

import eu.lethe.chat.conversations.LeadStatus;
import eu.lethe.chat.conversations.Transcripts;
import eu.lethe.chat.conversations.Transcripts.MessageView;
import eu.lethe.chat.conversations.Transcripts.Summary;
import eu.lethe.chat.sites.Sites;
import eu.lethe.dashboard.frame.Feedback;
import eu.lethe.dashboard.frame.PageNotFound;
import eu.lethe.dashboard.frame.SignedIn;
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
    private Feedback feedback;

    @Inject
    private Links links;

    private @Nullable String id;
    private @Nullable Summary summary;
    private List<MessageView> messages = List.of();
    private String siteName = "";
    private LeadStatus lead = LeadStatus.NONE;

    public void load() {
        var transcript = transcripts.transcript(signedIn.caller(), id());
        summary = transcript.summary();
        messages = transcript.messages();
        lead = transcript.summary().leadStatus();
        siteName = sites.site(signedIn.caller(), transcript.summary().site())
                .settings()
                .name();
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
        if (feedback.attempt(() -> transcripts.delete(signedIn.caller(), id()))) {
            feedback.done("conversation.deleted");
            links.open("/conversations");
        }
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
