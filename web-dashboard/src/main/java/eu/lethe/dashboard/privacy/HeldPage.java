package eu.lethe.dashboard.privacy;

import eu.lethe.chat.conversations.Transcripts;
import eu.lethe.chat.conversations.Transcripts.Transcript;
import eu.lethe.compliance.kernel.Role;
import eu.lethe.compliance.restrictions.HeldReason;
import eu.lethe.dashboard.frame.Feedback;
import eu.lethe.dashboard.frame.PageNotFound;
import eu.lethe.dashboard.frame.SignedIn;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** What a legal hold keeps of one conversation, for whoever has a reason; nothing shows before it is stated. */
@Named
@ViewScoped
public class HeldPage implements Serializable {

    @Inject
    private SignedIn signedIn;

    @Inject
    private Transcripts transcripts;

    @Inject
    private Feedback feedback;

    private @Nullable String id;
    private @Nullable HeldReason reason;
    private transient @Nullable Transcript transcript;

    public void load() {
        signedIn.caller().mustBeAny(Role.DPO);
        PageNotFound.orId(id);
    }

    public void open() {
        var why = reason;
        if (why != null) {
            feedback.attempt(() -> transcript = transcripts.held(signedIn.caller(), PageNotFound.orId(id), why));
        }
    }

    public @Nullable Transcript transcript() {
        return transcript;
    }

    public HeldReason[] reasons() {
        return HeldReason.values();
    }

    public @Nullable HeldReason getReason() {
        return reason;
    }

    public void setReason(@Nullable HeldReason reason) {
        this.reason = reason;
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }
}
