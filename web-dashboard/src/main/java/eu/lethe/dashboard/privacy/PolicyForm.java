package eu.lethe.dashboard.privacy;

import eu.lethe.compliance.personaldata.Expiry.Anchor;
import eu.lethe.compliance.retention.Basis;
import eu.lethe.compliance.retention.Policy;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** A retention period while it is edited. */
public class PolicyForm implements Serializable {

    private String process = "";
    private @Nullable String store;
    private int days = 365;
    private Anchor anchor = Anchor.LAST_SUBMISSION;
    private Basis basis = Basis.LEGITIMATE_INTERESTS;
    private boolean neverPossible;

    static PolicyForm of(Policy policy, boolean neverPossible) {
        var form = new PolicyForm();
        form.process = policy.process();
        form.store = policy.store();
        form.days = policy.period().days();
        form.anchor = policy.anchor();
        form.basis = policy.basis();
        form.neverPossible = neverPossible;
        return form;
    }

    void narrowTo(String itsProcess, String itsStore) {
        process = itsProcess;
        store = itsStore;
    }

    public String process() {
        return process;
    }

    /** Null for the whole process. */
    public @Nullable String store() {
        return store;
    }

    public boolean isNeverPossible() {
        return neverPossible;
    }

    public Anchor[] anchors() {
        return Anchor.values();
    }

    public Basis[] bases() {
        return Basis.values();
    }

    public int getDays() {
        return days;
    }

    public void setDays(int days) {
        this.days = days;
    }

    public Anchor getAnchor() {
        return anchor;
    }

    public void setAnchor(Anchor anchor) {
        this.anchor = anchor;
    }

    public Basis getBasis() {
        return basis;
    }

    public void setBasis(Basis basis) {
        this.basis = basis;
    }
}
