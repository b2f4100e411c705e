package eu.lethe.dashboard.privacy;

import eu.lethe.compliance.kernel.Role;
import eu.lethe.compliance.retention.Policy;
import eu.lethe.compliance.retention.Preview;
import eu.lethe.compliance.retention.RetentionPolicies;
import eu.lethe.compliance.retention.RetentionPolicies.StorePeriod;
import eu.lethe.compliance.retention.RetentionSweeps;
import eu.lethe.compliance.retention.RetentionSweeps.Sweep;
import eu.lethe.dashboard.frame.Feedback;
import eu.lethe.dashboard.frame.Links;
import eu.lethe.dashboard.frame.SignedIn;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How long everything is kept, what the next sweep takes, and what it would take if a period were another. */
@Named
@ViewScoped
public class RetentionPage implements Serializable {

    private static final int SHOWN_SWEEPS = 10;

    @Inject
    private SignedIn signedIn;

    @Inject
    private RetentionPolicies policies;

    @Inject
    private RetentionSweeps sweeps;

    @Inject
    private Feedback feedback;

    @Inject
    private Links links;

    private List<Policy> all = List.of();
    private List<StorePeriod> periods = List.of();
    private List<Preview> due = List.of();
    private List<Preview> tried = List.of();
    private List<Sweep> past = List.of();
    private @Nullable Instant next;
    private PolicyForm form = new PolicyForm();

    public void load() {
        signedIn.caller().mustBeAny(Role.ADMIN, Role.DPO, Role.AUDITOR);
        all = policies.list(signedIn.caller());
        periods = policies.periods(signedIn.caller().account());
        due = policies.preview(signedIn.caller());
        loadSweeps();
    }

    public void loadSweeps() {
        past = sweeps.list(signedIn.caller()).stream().limit(SHOWN_SWEEPS).toList();
        next = sweeps.next(signedIn.caller()).orElse(null);
    }

    /** Opens the period of a process for change. */
    public void edit(Policy policy) {
        form = PolicyForm.of(policy, isNeverPossible(policy.store()));
        tryOut();
    }

    /** Opens the period of one store, its own or the one that holds for it. */
    public void editStore(StorePeriod period) {
        form = PolicyForm.of(period.policy(), period.canBeNever());
        form.narrowTo(period.process(), period.store());
        tryOut();
    }

    private boolean isNeverPossible(@Nullable String store) {
        return periods.stream().anyMatch(period -> period.store().equals(store) && period.canBeNever());
    }

    /** Counts what would go if it were so. A refusal leaves the last count, hidden, so that nothing moves under the pointer. */
    public void tryOut() {
        feedback.attempt(() -> tried =
                policies.preview(signedIn.caller(), form.process(), form.store(), form.getDays(), form.getAnchor()));
    }

    public void save() {
        boolean saved = feedback.attempt(() -> policies.set(
                signedIn.caller(), form.process(), form.store(), form.getDays(), form.getAnchor(), form.getBasis()));
        if (saved) {
            feedback.done("retention.saved");
            links.open("/retention");
        }
    }

    public void reset(Policy policy) {
        if (feedback.attempt(() -> policies.reset(signedIn.caller(), policy.process(), policy.store()))) {
            feedback.done("retention.reset.done");
            load();
        }
    }

    public void sweep() {
        if (feedback.attempt(() -> sweeps.soon(signedIn.caller()))) {
            feedback.done("retention.sweep.begun");
            loadSweeps();
        }
    }

    public List<Policy> all() {
        return all;
    }

    public List<StorePeriod> periods() {
        return periods;
    }

    /** What a sweep would take of a store now. */
    public long due(String store) {
        return due.stream()
                .filter(line -> line.store().equals(store))
                .mapToLong(Preview::rows)
                .sum();
    }

    public long dueInAll() {
        return rows(due);
    }

    public long held() {
        return due.stream().mapToLong(Preview::held).max().orElse(0);
    }

    public long restricted() {
        return due.stream().mapToLong(Preview::restricted).max().orElse(0);
    }

    public List<Preview> tried() {
        return tried;
    }

    public long triedInAll() {
        return rows(tried);
    }

    private static long rows(List<Preview> lines) {
        return lines.stream().mapToLong(Preview::rows).sum();
    }

    public List<Sweep> past() {
        return past;
    }

    public @Nullable Instant next() {
        return next;
    }

    public PolicyForm getForm() {
        return form;
    }
}
