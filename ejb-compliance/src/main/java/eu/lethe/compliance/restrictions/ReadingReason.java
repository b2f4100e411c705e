package eu.lethe.compliance.restrictions;

import eu.lethe.compliance.audit.AuditAction;

/** Why a member may look at data whose processing is restricted (Art. 18(2) GDPR); goes to the audit log. */
public enum ReadingReason {
    CONSENT_OF_PERSON(AuditAction.RESTRICTED_READ_WITH_CONSENT),
    LEGAL_CLAIMS(AuditAction.RESTRICTED_READ_FOR_CLAIMS),
    RIGHTS_OF_ANOTHER(AuditAction.RESTRICTED_READ_FOR_ANOTHER),
    PUBLIC_INTEREST(AuditAction.RESTRICTED_READ_IN_PUBLIC_INTEREST);

    private final AuditAction action;

    ReadingReason(AuditAction action) {
        this.action = action;
    }

    public AuditAction action() {
        return action;
    }
}
