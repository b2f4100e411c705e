package eu.lethe.compliance.restrictions;

import eu.lethe.compliance.audit.AuditAction;

/** Why the data protection officer looks at what a legal hold keeps; goes to the audit log. */
public enum HeldReason {
    /** To see whether the hold is still needed. */
    REVIEW(AuditAction.HELD_OPENED),
    LEGAL_CLAIMS(AuditAction.HELD_READ_FOR_CLAIMS),
    AUTHORITY(AuditAction.HELD_READ_FOR_AUTHORITY);

    private final AuditAction action;

    HeldReason(AuditAction action) {
        this.action = action;
    }

    public AuditAction action() {
        return action;
    }
}
