package eu.lethe.dashboard.privacy;

import eu.lethe.compliance.requests.Liftings;
import eu.lethe.compliance.restrictions.Ground;
import eu.lethe.compliance.restrictions.LegalHolds;
import eu.lethe.compliance.restrictions.LegalHolds.Hold;
import eu.lethe.compliance.restrictions.Restrictions;
import eu.lethe.compliance.restrictions.Restrictions.Restriction;
import eu.lethe.dashboard.frame.Feedback;
import eu.lethe.dashboard.frame.Ids;
import eu.lethe.dashboard.frame.Links;
import eu.lethe.dashboard.frame.SignedIn;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What must not be deleted because a law says so, and what must not be used because its person says so. */
@Named
@ViewScoped
public class HoldsPage implements Serializable {

    @Inject
    private SignedIn signedIn;

    @Inject
    private LegalHolds legalHolds;

    @Inject
    private Restrictions restrictions;

    @Inject
    private Liftings liftings;

    @Inject
    private Clock clock;

    @Inject
    private Feedback feedback;

    @Inject
    private Links links;

    private List<Hold> holds = List.of();
    private List<Restriction> restricted = List.of();
    private @Nullable UUID lifting;
    private @Nullable LocalDate liftOn;
    private @Nullable String law;
    private @Nullable LocalDate until;
    private @Nullable String conversations;
    private @Nullable String visitor;
    private Ground ground = Ground.ACCURACY_CONTESTED;

    public void load() {
        holds = legalHolds.list(signedIn.caller());
        restricted = restrictions.list(signedIn.caller());
    }

    public void place() {
        boolean placed = feedback.attempt(() -> legalHolds.place(
                signedIn.caller(), Objects.requireNonNull(law), Objects.requireNonNull(until), Ids.all(conversations)));
        if (placed) {
            feedback.done("hold.placed");
            links.open("/holds");
        }
    }

    public void release(UUID hold) {
        if (feedback.attempt(() -> legalHolds.release(signedIn.caller(), hold))) {
            feedback.done("hold.released.done");
        }
        load();
    }

    public void restrict() {
        var person = Ids.of(visitor);
        if (person.isEmpty()) {
            feedback.refuse("visitor", "problem.visitor-unknown");
        } else if (feedback.attempt(() -> restrictions.restrict(signedIn.caller(), person.get(), ground))) {
            feedback.done("restriction.begun");
            links.open("/holds");
        }
    }

    /** Whose restriction is to end, asked for by the button of its row. */
    public void ask(UUID person) {
        lifting = person;
        liftOn = Liftings.usualDay(clock.instant());
    }

    public void lift() {
        feedback.attempt(() -> {
            var announced = liftings.announce(
                    signedIn.caller(), Objects.requireNonNull(lifting), Objects.requireNonNull(liftOn));
            feedback.done(announced.mailed() ? "restriction.announced.mailed" : "restriction.announced");
            links.open("/holds");
        });
    }

    public List<Hold> holds() {
        return holds;
    }

    public List<Restriction> restricted() {
        return restricted;
    }

    public Ground[] grounds() {
        return Ground.values();
    }

    /** Whether the page was opened to hold a conversation that its address names. */
    public boolean isPlacing() {
        return conversations != null;
    }

    /** Whether the page was opened to restrict a visitor that its address names. */
    public boolean isRestricting() {
        return visitor != null;
    }

    public @Nullable LocalDate getOn() {
        return liftOn;
    }

    public void setOn(@Nullable LocalDate liftOn) {
        this.liftOn = liftOn;
    }

    public @Nullable String getLaw() {
        return law;
    }

    public void setLaw(@Nullable String law) {
        this.law = law;
    }

    public @Nullable LocalDate getUntil() {
        return until;
    }

    public void setUntil(@Nullable LocalDate until) {
        this.until = until;
    }

    public @Nullable String getConversations() {
        return conversations;
    }

    public void setConversations(@Nullable String conversations) {
        this.conversations = conversations;
    }

    public @Nullable String getVisitor() {
        return visitor;
    }

    public void setVisitor(@Nullable String visitor) {
        this.visitor = visitor;
    }

    public Ground getGround() {
        return ground;
    }

    public void setGround(Ground ground) {
        this.ground = ground;
    }
}
