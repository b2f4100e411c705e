package eu.lethe.dashboard.privacy;

import eu.lethe.compliance.kernel.Role;
import eu.lethe.compliance.retention.Rule;
import eu.lethe.compliance.retention.Ruling;
import eu.lethe.compliance.retention.Rulings;
import eu.lethe.dashboard.frame.Feedback;
import eu.lethe.dashboard.frame.Ids;
import eu.lethe.dashboard.frame.Show;
import eu.lethe.dashboard.frame.SignedIn;
import eu.lethe.dashboard.frame.Texts;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which rule decides when something of one visitor goes, and which ones it overrules. */
@Named
@ViewScoped
public class RulingsPage implements Serializable {

    @Inject
    private SignedIn signedIn;

    @Inject
    private Rulings rulings;

    @Inject
    private Feedback feedback;

    @Inject
    private Texts texts;

    @Inject
    private Show show;

    private @Nullable String visitor;
    private List<Ruling> found = List.of();
    private boolean asked;

    public void load() {
        signedIn.caller().mustBeAny(Role.ADMIN, Role.DPO, Role.AUDITOR);
        if (visitor != null) {
            ask();
        }
    }

    public void ask() {
        asked = false;
        found = List.of();
        var person = Ids.of(visitor);
        if (person.isEmpty()) {
            feedback.refuse("visitor", "problem.visitor-unknown");
        } else if (feedback.attempt(() -> found = rulings.about(signedIn.caller(), person.get()))) {
            asked = true;
        }
    }

    /** What a rule says in words: which law, ground, cause or period, and until when. */
    public String words(Rule rule) {
        String what = switch (rule.kind()) {
            case LEGAL_HOLD -> rule.reference();
            case STORE_OFF -> texts.name("store.", rule.reference());
            case RESTRICTION -> texts.name("restriction.ground.", rule.reference());
            case ERASURE -> texts.name("erasure.cause.", rule.reference());
            case PERIOD -> period(rule);
        };
        return rule.ends() == null ? what : texts.of("rule.until", what, show.time(rule.ends()));
    }

    private String period(Rule rule) {
        var policy = rule.policy();
        if (policy == null) {
            return rule.reference();
        }
        String whose = policy.store() == null
                ? texts.name("process.", policy.process())
                : texts.name("store.", policy.store());
        return policy.period().isNeverStored()
                ? texts.of("rule.period.never", whose)
                : texts.of(
                        "rule.period", whose, policy.period().days(), texts.name("retention.anchor.", policy.anchor()));
    }

    public boolean isAsked() {
        return asked;
    }

    public List<Ruling> found() {
        return found;
    }

    public @Nullable String getVisitor() {
        return visitor;
    }

    public void setVisitor(@Nullable String visitor) {
        this.visitor = visitor;
    }
}
