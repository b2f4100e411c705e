package eu.lethe.dashboard.privacy;

import eu.lethe.compliance.erasure.Action;
import eu.lethe.compliance.erasure.ErasureLedger;
import eu.lethe.compliance.erasure.Phase;
import eu.lethe.compliance.erasure.Progress;
import eu.lethe.compliance.recipients.ErasureNotices;
import eu.lethe.compliance.recipients.Told;
import eu.lethe.dashboard.frame.Feedback;
import eu.lethe.dashboard.frame.Links;
import eu.lethe.dashboard.frame.PageNotFound;
import eu.lethe.dashboard.frame.SignedIn;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One erasure, drawn step by step while it runs. */
@Named
@ViewScoped
public class ErasurePage implements Serializable {

    @Inject
    private SignedIn signedIn;

    @Inject
    private ErasureLedger ledger;

    @Inject
    private ErasureNotices notices;

    @Inject
    private Feedback feedback;

    @Inject
    private Links links;

    private @Nullable String id;
    private @Nullable Progress erasure;
    private List<Told> told = List.of();
    private Pipeline pipeline = new Pipeline(List.of(), List.of());

    public void load() {
        erasure = ledger.progress(signedIn.caller(), id());
        pipeline = Pipeline.of(erasure);
        told = notices.told(signedIn.caller().account(), id()).stream()
                .filter(each -> each.copies() > 0)
                .toList();
    }

    private UUID id() {
        return PageNotFound.orId(id);
    }

    public void retry() {
        if (feedback.attempt(() -> ledger.retry(signedIn.caller(), id()))) {
            feedback.done("erasure.retried");
        }
        load();
    }

    public void reviewed() {
        if (feedback.attempt(() -> ledger.reviewed(signedIn.caller(), id()))) {
            feedback.done("erasure.review.done");
        }
        load();
    }

    public @Nullable Progress erasure() {
        return erasure;
    }

    /** Whoever had been given something, and what they were told. */
    public List<Told> told() {
        return told;
    }

    public List<Action> actions() {
        return Pipeline.COLUMNS;
    }

    public Pipeline pipeline() {
        return pipeline;
    }

    /** Whether it changes from one moment to the next. */
    public boolean isRunning() {
        return erasure != null && erasure.phase().compareTo(Phase.CERTIFIED) < 0 && !isStopped();
    }

    /** Whether a person has to look at it. */
    public boolean isStopped() {
        return erasure != null && "NEEDS_OPERATOR".equals(erasure.heldUp());
    }

    public boolean isWaiting() {
        return erasure != null && "RETRY_WAIT".equals(erasure.heldUp());
    }

    public boolean isPartlyHeld() {
        return erasure != null && "PARTIAL_HELD".equals(erasure.heldUp());
    }

    public boolean isCertified() {
        return erasure != null && erasure.phase().compareTo(Phase.CERTIFIED) >= 0;
    }

    /** The phase it works on. */
    public @Nullable Phase now() {
        return erasure == null ? null : Pipeline.now(erasure);
    }

    /** Where anybody can check it, without a login. */
    public String certificateUrl() {
        return erasure == null ? "" : links.server() + "/certificates/" + erasure.certificate();
    }

    public @Nullable String getId() {
        return id;
    }

    public void setId(@Nullable String id) {
        this.id = id;
    }
}
