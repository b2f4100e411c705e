package eu.lethe.compliance.restrictions;

import eu.lethe.compliance.audit.AuditAction;

/** Why a member may look at data whose processing is restricted (Art. 18(2) GDPR); goes to the audit log. */
public enum ReadingReason {
    CONSENT_OF_PERSON(AuditAction.RESTRICTED_READ_WITH_CONSENT, AuditAction.RESTRICTED_CONTACT_READ_WITH_CONSENT),
    LEGAL_CLAIMS(AuditAction.RESTRICTED_READ_FOR_CLAIMS, AuditAction.RESTRICTED_CONTACT_READ_FOR_CLAIMS),
    RIGHTS_OF_ANOTHER(AuditAction.RESTRICTED_READ_FOR_ANOTHER, AuditAction.RESTRICTED_CONTACT_READ_FOR_ANOTHER),
    PUBLIC_INTEREST(
            AuditAction.RESTRICTED_READ_IN_PUBLIC_INTEREST, AuditAction.RESTRICTED_CONTACT_READ_IN_PUBLIC_INTEREST);

    private final AuditAction action;
    private final AuditAction contactAction;

    ReadingReason(AuditAction action, AuditAction contactAction) {
        this.action = action;
        this.contactAction = contactAction;
    }

    public AuditAction action() {
        return action;
    }

    /** How reading a contact, in place of a conversation, is written down. */
    public AuditAction contactAction() {
        return contactAction;
    }
}
